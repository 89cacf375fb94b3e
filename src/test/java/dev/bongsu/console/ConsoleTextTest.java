package dev.bongsu.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Message;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConsoleTextTest {
  private static final Message.ChatLocale KOREAN =
      new Message.ChatLocale(Locale.KOREAN, ZoneId.of("Asia/Seoul"));
  private static final Message.ChatLocale ENGLISH =
      new Message.ChatLocale(Locale.ENGLISH, ZoneId.of("UTC"));
  private static final Instant TIME = Instant.parse("2026-03-02T01:00:00Z");

  @Test
  void anAlertIsOneBlockWithTheTitleFirst() {
    Message.Alert alert =
        new Message.Alert(
            "사이버안보 회의 열려",
            URI.create("https://a.example/1"),
            List.of("첫 문장이다.", "둘째 문장이다."),
            "보람뉴스",
            TIME,
            List.of("사이버안보 회의", "세종"),
            List.of("사이버안보", "회의"),
            KOREAN);

    assertThat(ConsoleText.of(alert))
        .isEqualTo(
            """
            🔔 사이버안보 회의 열려
               첫 문장이다.
               둘째 문장이다.
               보람뉴스 · 2026년 3월 2일 오전 10:00 KST
               구독: 사이버안보 회의 / 세종 · 일치한 말: 사이버안보, 회의
               https://a.example/1\
            """);
  }

  @Test
  void whatIsNotKnownLeavesNoEmptyLine() {
    Message.Alert alert =
        new Message.Alert(
            "A title",
            URI.create("https://a.example/1"),
            List.of(),
            "",
            null,
            List.of(),
            List.of(),
            ENGLISH);

    assertThat(ConsoleText.of(alert)).isEqualTo("🔔 A title\n   https://a.example/1");
  }

  @Test
  void r057RemovesControlCharacters() {
    String hostile =
        "a\u001b[31mred\u001b]0;title\u0007\u009b2Jb\rc\u0000\b\u007f\u0085d\u202Egpj.exe\u2066e"
            + "\u200Ff\u200b\u2028g\u2029h";
    Message.Alert alert = alert(hostile + "\nsecond\n\nthird");

    String text = ConsoleText.of(alert);

    assertThat(text.replace("\n", ""))
        .doesNotContainPattern(
            "[\\p{Cc}\\u0080-\\u009f\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2060-\\u206f]");
    assertThat(text.lines()).hasSize(5);
    assertThat(text.lines().findFirst().orElseThrow()).startsWith("🔔 a").endsWith("second third");
    assertThat(ConsoleText.of(new Message.Text(hostile)))
        .doesNotContainPattern("[\\p{Cc}\\u0080-\\u009f\\u202a-\\u202e\\u2060-\\u206f]");
  }

  @Test
  void aReplyKeepsItsLinesAndItsIndentation() {
    assertThat(ConsoleText.of(new Message.Text("one\n  two\tthree"))).isEqualTo("one\n  two three");
  }

  @Test
  void joinedEmojiStayJoined() {
    assertThat(ConsoleText.of(new Message.Text("👩‍💻"))).isEqualTo("👩‍💻");
  }

  private static Message.Alert alert(String words) {
    return new Message.Alert(
        words,
        URI.create("https://a.example/1"),
        List.of(words),
        words,
        TIME,
        List.of(words),
        List.of(words),
        ENGLISH);
  }
}
