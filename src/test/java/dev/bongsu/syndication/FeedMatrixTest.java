package dev.bongsu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every dialect in every encoding under every kind of declaration: 100 % must be read.
class FeedMatrixTest {
  private static final URI BASE = URI.create("https://news.example/rss.xml");
  private static final FeedParser PARSER = new FeedParser();
  private static final Instant TIME = Instant.parse("2026-03-10T00:00:00Z");

  /// A text and the charsets that can hold it.
  record Script(String language, String text, List<String> charsets) {}

  private static final List<Script> SCRIPTS =
      List.of(
          new Script(
              "ko",
              "항만 보안 회의가 부산에서 열렸다",
              List.of(
                  "UTF-8", "UTF-16LE", "UTF-16BE", "EUC-KR", "MS949", "x-Johab", "ISO-2022-KR")),
          new Script("ko", "똠방각하 펲시 뷁", List.of("UTF-8", "MS949")),
          new Script(
              "ja",
              "港湾の安全に関する会議が開かれました",
              List.of("UTF-8", "Shift_JIS", "windows-31j", "EUC-JP", "ISO-2022-JP", "UTF-32BE")),
          new Script("zh", "港口安全会议在上海举行", List.of("UTF-8", "GB2312", "GBK", "GB18030", "UTF-32LE")),
          new Script("zh-TW", "港口安全會議在臺北舉行", List.of("UTF-8", "Big5", "Big5-HKSCS")),
          new Script(
              "ru",
              "Совещание о безопасности портов",
              List.of("UTF-8", "windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "x-MacCyrillic")),
          new Script(
              "fr",
              "Sécurité des ports : réunion à Brême",
              List.of(
                  "UTF-8",
                  "ISO-8859-1",
                  "ISO-8859-15",
                  "windows-1252",
                  "IBM850",
                  "x-MacRoman",
                  "IBM037",
                  "IBM500")),
          new Script(
              "pl",
              "Bezpieczeństwo portów w Łodzi",
              List.of("UTF-8", "ISO-8859-2", "windows-1250")),
          new Script(
              "el",
              "Ασφάλεια λιμένων στον Πειραιά",
              List.of("UTF-8", "ISO-8859-7", "windows-1253")),
          new Script(
              "tr", "Liman güvenliği İzmir'de görüşüldü", List.of("ISO-8859-9", "windows-1254")),
          new Script("he", "ביטחון הנמלים בחיפה", List.of("UTF-8", "windows-1255", "ISO-8859-8")),
          new Script("ar", "أمن الموانئ في دبي", List.of("UTF-8", "windows-1256", "ISO-8859-6")),
          new Script("th", "ความปลอดภัยท่าเรือ", List.of("UTF-8", "TIS-620", "x-windows-874")),
          new Script("en", "Port security meeting in Bremen", List.of("US-ASCII", "UTF-8")));

  /// How a charset is told.
  enum Declaration {
    IN_THE_DOCUMENT,
    IN_HTTP,
    IN_LOWER_CASE_AND_SINGLE_QUOTES,
    BY_BYTE_ORDER_MARK,
    WRONGLY
  }

  static Stream<Arguments> all() {
    return SCRIPTS.stream()
        .flatMap(
            script ->
                script.charsets().stream()
                    .flatMap(
                        charset ->
                            Stream.of(Declaration.values())
                                .filter(declaration -> isApplicable(charset, declaration))
                                .map(declaration -> Arguments.of(script, charset, declaration))));
  }

  /// Only Unicode has marks, and only what decodes strictly as itself can be declared wrongly.
  private static boolean isApplicable(String charset, Declaration declaration) {
    boolean wide = charset.startsWith("UTF-16") || charset.startsWith("UTF-32");
    return switch (declaration) {
      case BY_BYTE_ORDER_MARK -> charset.startsWith("UTF-");
      case WRONGLY -> charset.equals("UTF-8");
      case IN_HTTP -> !wide && !charset.startsWith("IBM0") && !charset.startsWith("IBM5");
      default -> true;
    };
  }

  @ParameterizedTest(name = "{1} {2} {0}")
  @MethodSource("all")
  void r058EveryDialectIsReadInEveryEncoding(
      Script script, String charset, Declaration declaration) {
    for (FeedDialects.Dialect dialect : FeedDialects.ALL) {
      String body = dialect.write(script.language(), script.text());
      byte[] bytes = bytes(body, dialect.isXml(), charset, declaration);
      if (!dialect.isXml() && !charset.startsWith("UTF-")) {
        continue; // JSON is UTF-8 (RFC 8259, 8.1)
      }
      String header =
          declaration == Declaration.IN_HTTP
              ? "application/xml; charset=\"" + charset + "\""
              : null;

      ParseOutcome outcome = PARSER.parse(bytes, header, BASE);

      assertThat(outcome).as(dialect.name()).isInstanceOf(ParseOutcome.Parsed.class);
      check(dialect, script.text(), ((ParseOutcome.Parsed) outcome).feed());
    }
  }

  private static void check(FeedDialects.Dialect dialect, String text, ParsedFeed feed) {
    assertThat(feed.format().name()).isEqualTo(dialect.format());
    assertThat(feed.title()).as(dialect.name()).isEqualTo("Feed " + text);
    assertThat(feed.warnings()).as(dialect.name()).isEmpty();
    assertThat(feed.entries()).as(dialect.name()).hasSize(3);
    IntStream.range(0, 3)
        .forEach(
            i -> {
              Entry entry = feed.entries().get(i);
              assertThat(entry.title()).as(dialect.name()).isEqualTo(text + " " + i);
              assertThat(entry.link())
                  .as(dialect.name())
                  .isEqualTo(URI.create("https://news.example/a/" + i + "?x=1&y=2"));
              assertThat(entry.id()).as(dialect.name()).isEqualTo(dialect.id(i));
              assertThat(entry.published())
                  .as(dialect.name())
                  .isEqualTo(dialect.isDated() ? TIME.plusSeconds(60L * i) : null);
            });
  }

  private static byte[] bytes(String body, boolean isXml, String charset, Declaration declaration) {
    String declared =
        switch (declaration) {
          case IN_THE_DOCUMENT -> "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n";
          case IN_LOWER_CASE_AND_SINGLE_QUOTES ->
              "<?xml version='1.0' encoding='"
                  + charset.toLowerCase(Locale.ROOT)
                  + "' standalone='yes' ?>";
          case WRONGLY -> "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n";
          case IN_HTTP, BY_BYTE_ORDER_MARK -> "";
        };
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (declaration == Declaration.BY_BYTE_ORDER_MARK) {
      bytes.writeBytes("\uFEFF".getBytes(Charset.forName(charset)));
    }
    bytes.writeBytes(((isXml ? declared : "") + body).getBytes(Charset.forName(charset)));
    return bytes.toByteArray();
  }
}
