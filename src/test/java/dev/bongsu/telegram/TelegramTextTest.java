package dev.bongsu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Message;
import dev.bongsu.testkit.TelegramHtml;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TelegramTextTest {
  private static final long SEED = 20260302;
  private static final int ROUNDS = 3000;
  private static final Message.ChatLocale READER =
      new Message.ChatLocale(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
  private static final List<String> NASTY =
      List.of(
          "&lt;",
          "&amp;",
          "&",
          "<b>",
          "</b>",
          "<",
          ">",
          "\"",
          "'",
          "<a href=\"x\">",
          "]]>",
          "<!--",
          "é",
          "👩‍💻",
          "🔔",
          "\uD83D",
          "\uDD14",
          "\u0000",
          "\u0001",
          "\u202E",
          "\u200B",
          "שלום",
          "مرحبا",
          "사이버안보",
          "_a_",
          "*b*",
          "[x](http://evil.example)",
          "<!channel>",
          "word",
          " ",
          "{0}",
          "'{1}'",
          "\u2028");

  private final Random random = new Random(SEED);

  @Test
  void showsWhatTheChatNeeds() {
    Message.Alert alert =
        new Message.Alert(
            "hostile <b>bold</b> & <!channel> [x](http://evil.example) _a_ *b*",
            URI.create("https://News.example/a?b=1&c=2"),
            List.of("One.", "Two."),
            "A paper",
            Instant.parse("2026-03-02T01:00:00Z"),
            List.of("a b", "c"),
            List.of("a", "b"),
            READER);

    String html = TelegramText.of(alert, TelegramMarkup.HTML);

    assertThat(html)
        .startsWith("<b>hostile &lt;b&gt;bold&lt;/b&gt; &amp; ")
        .endsWith("<a href=\"https://News.example/a?b=1&amp;c=2\">news.example</a>");
    assertThat(TelegramHtml.text(html))
        .isEqualTo(
            """
            hostile <b>bold</b> & <!channel> [x](http://evil.example) _a_ *b*
            One. Two.

            A paper · Mar 2, 2026, 10:00 AM
            for: a b / c · matched: a, b
            news.example\
            """);
  }

  @Test
  void r107TheLinkIsCalledByItsHostWhateverTheTitleSays() {
    Message.Alert alert =
        new Message.Alert(
            "Your bank: https://bank.example",
            URI.create("https://bank.example@\u0430pple.example/login"),
            List.of(),
            "bank.example",
            null,
            List.of(),
            List.of(),
            READER);

    assertThat(TelegramText.of(alert, TelegramMarkup.HTML)).endsWith(">xn--pple-43d.example</a>");
  }

  @Test
  void saysNothingOfWhatIsNotKnown() {
    Message.Alert alert =
        new Message.Alert(
            "T",
            URI.create("http://a.example/"),
            List.of(),
            "",
            null,
            List.of(),
            List.of(),
            READER);

    assertThat(TelegramText.of(alert, TelegramMarkup.PLAIN)).isEqualTo("T\n\nhttp://a.example/");
  }

  @Test
  void aTitleIsOneLine() {
    Message.Alert alert = alert("one\r\ntwo\u2028three", 0);

    assertThat(TelegramText.of(alert, TelegramMarkup.HTML)).startsWith("<b>one two three</b>\n");
  }

  @ParameterizedTest
  @EnumSource(TelegramMarkup.class)
  void r009AnyAlertIsValidAndFits(TelegramMarkup markup) {
    for (int i = 0; i < ROUNDS; i++) {
      String written = TelegramText.of(alert(nasty(120), random.nextInt(400)), markup);

      assertThat(written.length()).isLessThanOrEqualTo(TelegramText.MAX_LENGTH);
      assertThat(written).doesNotContain("\u0000");
      assertThat(written.codePoints().noneMatch(TelegramTextTest::isSurrogate)).isTrue();
      if (markup == TelegramMarkup.HTML) {
        assertThat(TelegramHtml.text(written)).isNotBlank();
      }
    }
  }

  @Test
  void aTitleComesOutAsItWentIn() {
    for (int i = 0; i < ROUNDS; i++) {
      String title = nasty(20).replaceAll("\\R", " ");

      String text = TelegramHtml.text(TelegramText.of(alert(title, 3), TelegramMarkup.HTML));

      assertThat(text).startsWith(withInvalidReplaced(title) + "\n");
    }
  }

  @Test
  void r009AnyAnswerKeepsItsTextInPartsThatFit() {
    for (int i = 0; i < ROUNDS / 10; i++) {
      String answer = "x" + nastyLines(random.nextInt(60));

      List<String> parts = TelegramText.split(answer);

      assertThat(parts)
          .allMatch(part -> TelegramMarkup.HTML.escape(part).length() <= TelegramText.MAX_LENGTH);
      String together = parts.stream().collect(Collectors.joining());
      assertThat(read(parts)).isEqualTo(withInvalidReplaced(together));
      if (parts.size() < TelegramText.MAX_PARTS) {
        assertThat(together).isEqualTo(answer);
      }
    }
  }

  @Test
  void aLongListIsDividedBetweenLines() {
    List<String> lines =
        IntStream.rangeClosed(1, 200).mapToObj(i -> i + ". A feed of some name & title").toList();

    List<String> parts = TelegramText.split(String.join("\n", lines));

    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(parts).allMatch(part -> part.matches("(?s)\\d+\\. A .*"));
    assertThat(String.join("", parts).lines()).containsExactlyElementsOf(lines);
  }

  @Test
  void anEndlessAnswerIsCut() {
    List<String> parts = TelegramText.split("한".repeat(50_000));

    assertThat(parts).hasSize(TelegramText.MAX_PARTS);
    assertThat(parts.getLast()).endsWith("한…");
  }

  private Message.Alert alert(String title, int sentences) {
    return new Message.Alert(
        title,
        URI.create("https://a.example/" + "x".repeat(random.nextInt(5000))),
        IntStream.range(0, sentences).mapToObj(_ -> nasty(10)).toList(),
        nasty(60),
        Instant.EPOCH,
        List.of(nasty(60), nasty(60)),
        List.of(nasty(60)),
        READER);
  }

  private String nastyLines(int count) {
    return IntStream.range(0, count).mapToObj(_ -> nasty(80)).collect(Collectors.joining("\n"));
  }

  /// At least one word that shows.
  private String nasty(int most) {
    List<String> pieces = new ArrayList<>(List.of("t"));
    for (int i = random.nextInt(most); i > 0; i--) {
      pieces.add(NASTY.get(random.nextInt(NASTY.size())));
    }
    return String.join("", pieces);
  }

  private static String read(List<String> parts) {
    return parts.stream()
        .map(part -> TelegramHtml.text(TelegramMarkup.HTML.escape(part)))
        .collect(Collectors.joining());
  }

  /// What Telegram takes in no message is replaced; all else stays.
  private static String withInvalidReplaced(String text) {
    return text.codePoints()
        .map(c -> c == 0 || isSurrogate(c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSurrogate(int character) {
    return character >= 0xD800 && character <= 0xDFFF;
  }
}
