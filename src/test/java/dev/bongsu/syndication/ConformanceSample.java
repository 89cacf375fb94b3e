package dev.bongsu.syndication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A document of the conformance set and what a reader should make of it. Those in
/// `resources/conformance` are lines `form | written | expected`.
///
/// @param kind the row of the table
/// @param octets the document, a character for each byte
/// @param expected blank for nothing
record ConformanceSample(String kind, Value value, String form, String octets, String expected) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "conformance");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:(\\\\)|(n)|(t)|u([0-9A-Fa-f]{4}))");
  private static final String MODULES =
      " xmlns:media='http://search.yahoo.com/mrss/' xmlns:atom='http://www.w3.org/2005/Atom'";

  /// What is compared.
  enum Value {
    TITLES,
    LINKS,
    DATES,
    TEXTS
  }

  /// Texts and the old charsets that can hold them.
  private static final Map<String, List<String>> ENCODINGS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("항만 보안 회의가 부산에서 열렸다", List.of("EUC-KR", "x-windows-949")),
              Map.entry("港湾の安全に関する会議が開かれました", List.of("EUC-JP", "Shift_JIS", "ISO-2022-JP")),
              Map.entry("港口安全会议星期五在上海举行", List.of("GB2312", "GBK", "GB18030")),
              Map.entry("九國同意共享港口網路攻擊警報", List.of("Big5", "Big5-HKSCS")),
              Map.entry(
                  "Совещание о безопасности портов в Мурманске",
                  List.of("windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "x-MacCyrillic")),
              Map.entry("Нарада з питань безпеки портів Одеси", List.of("windows-1251", "KOI8-U")),
              Map.entry(
                  "Narada o bezpieczeństwie portów w Łodzi i Gdańsku",
                  List.of("windows-1250", "ISO-8859-2")),
              Map.entry(
                  "Devět zemí bude sdílet výstrahy před útoky",
                  List.of("windows-1250", "ISO-8859-2")),
              Map.entry(
                  "Kilenc ország osztja meg a kikötői riasztásokat, hűvösen",
                  List.of("windows-1250", "ISO-8859-2")),
              Map.entry(
                  "Devynios šalys dalysis įspėjimais apie uostų atakas",
                  List.of("windows-1257", "ISO-8859-13")),
              Map.entry(
                  "Sécurité des ports : réunion à Brême",
                  List.of("windows-1252", "ISO-8859-1", "ISO-8859-15")),
              Map.entry(
                  "Größere Schäden in den Häfen blieben aus",
                  List.of("windows-1252", "ISO-8859-1")),
              Map.entry(
                  "Dokuz ülke liman saldırısı uyarılarını paylaşacak",
                  List.of("windows-1254", "ISO-8859-9")),
              Map.entry(
                  "Εννέα χώρες συμφωνούν για τα λιμάνια", List.of("windows-1253", "ISO-8859-7")),
              Map.entry(
                  "תשע מדינות יתריעו זו לזו על תקיפות נמלים",
                  List.of("windows-1255", "ISO-8859-8")),
              Map.entry("تسع دول تتفق على تبادل الإنذارات", List.of("windows-1256", "ISO-8859-6")),
              Map.entry(
                  "เก้าประเทศตกลงแบ่งปันคำเตือนการโจมตีท่าเรือ",
                  List.of("x-windows-874", "TIS-620"))));

  byte[] document() {
    return octets.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String octets(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// All documents, by kind.
  static List<ConformanceSample> all() {
    List<ConformanceSample> samples = new ArrayList<>();
    for (Value value : Value.values()) {
      samples.addAll(read(value));
    }
    ENCODINGS.forEach(
        (text, charsets) -> charsets.forEach(charset -> samples.addAll(encoded(text, charset))));
    return samples;
  }

  /// The line that it was made from, near enough to find it.
  @Override
  public String toString() {
    return "%s: %s".formatted(kind, new String(document(), StandardCharsets.UTF_8));
  }

  private static List<ConformanceSample> read(Value value) {
    List<ConformanceSample> samples = new ArrayList<>();
    String kind = "";
    for (String line : lines(value.name().toLowerCase(Locale.ROOT) + ".txt")) {
      if (line.startsWith("== ")) {
        kind = line.substring(3);
      } else if (!line.isBlank() && !line.startsWith("# ")) {
        String[] parts = line.split("\\s\\|\\s", -1);
        String written = unescaped(parts[1]);
        byte[] document = document(value, parts[0], written).getBytes(StandardCharsets.UTF_8);
        samples.add(
            new ConformanceSample(
                kind, value, parts[0], octets(document), unescaped(parts[2].strip())));
      }
    }
    return samples;
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    switch (escape.group()) {
                      case "\\n" -> "\n";
                      case "\\t" -> "\t";
                      case "\\\\" -> "\\";
                      default -> "" + (char) Integer.parseInt(escape.group(4), 16);
                    }));
  }

  private static String document(Value value, String form, String written) {
    return switch (form) {
      case "document" -> written;
      case "rss" -> rss(rssItem(value, written));
      case "media" -> rss("<media:title>" + written + "</media:title>");
      case "json" -> json(value, written);
      default -> atom(atomEntry(value, form, written));
    };
  }

  private static String rss(String item) {
    return "<rss version='2.0'%s><channel><title>News</title><item>%s</item></channel></rss>"
        .formatted(MODULES, item);
  }

  private static String rssItem(Value value, String written) {
    return switch (value) {
      case TITLES -> "<title>" + written + "</title>";
      case LINKS -> "<title>T</title>" + written;
      case DATES -> "<title>T</title><pubDate>" + written + "</pubDate>";
      case TEXTS -> "<title>U.S. ports</title><description>" + written + "</description>";
    };
  }

  private static String atom(String entry) {
    return "<feed xmlns='http://www.w3.org/2005/Atom'%s><title>News</title><entry>%s</entry></feed>"
        .formatted(MODULES, entry);
  }

  /// A form that is no dialect is the type of the text: `html`, `type audio/mpeg`.
  private static String atomEntry(Value value, String form, String written) {
    String type = form.equals("atom") ? "" : " type='" + form.replace("type ", "") + "'";
    return switch (value) {
      case TITLES -> "<title" + type + ">" + written + "</title>";
      case LINKS -> "<title>T</title>" + written;
      case DATES -> "<title>T</title><updated>" + written + "</updated>";
      case TEXTS -> "<title>T</title><summary" + type + ">" + written + "</summary>";
    };
  }

  private static String json(Value value, String written) {
    String item =
        switch (value) {
          case TITLES -> "\"id\": \"1\", \"title\": \"" + written + "\"";
          case LINKS, TEXTS -> "\"title\": \"T\", " + written;
          case DATES -> "\"id\": \"1\", \"date_published\": \"" + written + "\"";
        };
    return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{%s}]}".formatted(item);
  }

  private static List<ConformanceSample> encoded(String text, String charset) {
    String body = rss("<title>" + text + "</title>");
    return Stream.of("", charset, "utf-8", "us-ascii")
        .map(
            declared -> {
              String head =
                  declared.isEmpty() ? "" : "<?xml version='1.0' encoding='" + declared + "'?>";
              String kind =
                  "Encodings: "
                      + (declared.isEmpty()
                          ? "not declared"
                          : declared.equals(charset) ? "declared" : "declared wrongly");
              byte[] bytes = (head + body).getBytes(Charset.forName(charset));
              return new ConformanceSample(kind, Value.TITLES, "document", octets(bytes), text);
            })
        .toList();
  }
}
