package dev.bongsu.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Message.ChatLocale;
import dev.bongsu.chat.Platform;
import dev.bongsu.testkit.SlackMrkdwn;
import dev.bongsu.testkit.SlackPost;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SlackTextTest {
  private static final ChatLocale READER = new ChatLocale(Locale.ENGLISH, ZoneId.of("Asia/Seoul"));
  private static final URI LINK = URI.create("https://news.example/1?a=b&c=d");
  private static final List<String> NASTY =
      List.of(
          "<!channel>",
          "<@U1>",
          "<https://evil.example|bank.example>",
          "&lt;",
          "&amp;amp;",
          "&",
          "<",
          ">",
          "*b*",
          "_a_",
          "`c`",
          "```d```",
          "~e~",
          ":smile:",
          ":봉수:",
          "> quote",
          "@here",
          "#general",
          "사이버안보 ",
          "😀",
          "\n",
          " ",
          "|",
          "a",
          "**",
          "*",
          "_",
          "`",
          "[x](http://e.example)",
          "12:30",
          "“q”",
          "&#60;");

  @Test
  void anAlertIsTitleSummaryOriginReasonAndButton() {
    SlackPost post = post(alert("A title", List.of("One.", "Two."), LINK));
    assertThat(post.blockTexts())
        .containsExactly(
            "A title",
            "One.\nTwo.",
            "보람뉴스 · news.example · Mar 2, 2026, 10:00 AM",
            "for: ransomware · matched: ransom",
            "Read the article");
    assertThat(post.links()).containsExactly(LINK.toString());
  }

  @Test
  void r107TheHostStandsBesideTheTitleAsItReallyIs() {
    URI link = URI.create("https://bank.example@\u0430pple.example/login");

    assertThat(post(alert("bank.example", List.of(), link)).blockTexts())
        .contains("보람뉴스 · xn--pple-43d.example · Mar 2, 2026, 10:00 AM");
  }

  @Test
  void r032whateverATitleHoldsIsShownLiterally() {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      String title = nasty(random, 12).replace("\n", " ").strip() + "x";
      String summary = nasty(random, 40).strip() + "x";
      SlackPost post = post(alert(title, List.of(summary), LINK));
      assertThat(post.blockTexts().subList(0, 2)).containsExactly(title, summary);
      SlackMrkdwn fallback = SlackMrkdwn.parse(post.text());
      assertThat(fallback.visible()).startsWith(title + "\n");
      assertThat(fallback.mentions()).isEmpty();
      assertThat(fallback.formatting()).as(post.text()).isEmpty();
      assertThat(post.links()).containsExactly(LINK.toString());
    }
  }

  @Test
  void repliesAreShownLiterallyHoweverLong() {
    Random random = new Random(8);
    for (int i = 0; i < 300; i++) {
      String text = "x" + nasty(random, 2000).replace("\n", "\n.") + "x";
      List<SlackMessage> messages = SlackText.of(new Message.Text(text));
      String shown = messages.stream().map(SlackTextTest::read).collect(Collectors.joining("\n"));
      assertThat(shown.replace("\n", "")).isEqualTo(text.replace("\n", ""));
    }
  }

  @Test
  void longRepliesAreSplitAtLines() {
    String line = "A line of a list of feeds.";
    String text = IntStream.range(0, 600).mapToObj(_ -> line).collect(Collectors.joining("\n"));
    List<SlackMessage> messages = SlackText.of(new Message.Text(text));
    assertThat(messages).hasSize(2);
    assertThat(messages.stream().flatMap(message -> read(message).lines())).containsOnly(line);
  }

  @Test
  void aTitleTooLongForAHeaderIsNotCut() {
    String title = "가".repeat(151);
    assertThat(post(alert(title, List.of(), LINK)).blockTexts()).first().isEqualTo(title);
    assertThat(post(alert("<".repeat(150), List.of(), LINK)).blockTexts())
        .first()
        .isEqualTo("<".repeat(150));
  }

  @Test
  void r031nothingGoesBeyondSlacksLimits() {
    String much = "&<😀 ".repeat(20_000);
    assertThat(post(alert(much, List.of(much, much), LINK)).blockTexts()).isNotEmpty();
    for (SlackMessage message : SlackText.of(new Message.Text(much))) {
      assertThat(read(message)).isNotEmpty();
    }
  }

  @Test
  void halfCharactersAndControlsDoNoHarm() {
    assertThat(post(alert("a\ud800b\u0000c\u001b", List.of(), LINK)).blockTexts())
        .first()
        .isEqualTo("a\ufffdbc");
    assertThat(SlackText.of(new Message.Text("\u0001"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "tg://resolve",
        "slack://x",
        "/only/a/path"
      })
  void r033onlyTheWebIsLinked(String address) {
    assertThat(post(alert("A title", List.of(), URI.create(address))).links()).isEmpty();
  }

  @Test
  void r033linksAreAscii() {
    assertThat(SlackLink.of(URI.create("https://a.example/기사?q=%7C%3E")))
        .contains("https://a.example/%EA%B8%B0%EC%82%AC?q=%7C%3E");
    assertThat(SlackLink.of(URI.create("http://봉수.example/1")))
        .hasValueSatisfying(link -> assertThat(link).matches("http://xn--\\w+\\.example/1"));
  }

  @Test
  void aSummaryWithSignsIsMarkedToo() {
    SlackPost post = post(alert("A title", List.of("R&D <ransom> of 3 > 2 & ransomware."), LINK));
    assertThat(post.boldTexts()).containsExactly("ransom", "ransom");
    assertThat(post.visible()).contains("R&D <ransom> of 3 > 2 & ransomware.");
  }

  @Test
  void aPictureIsShownToWhoWantsIt() {
    Message.Alert plain = alert("A title", List.of(), LINK);
    Message.Presentation look = new Message.Presentation("", List.of(), false, true);
    Message.Alert alert =
        new Message.Alert(
            plain.title(),
            plain.link(),
            plain.summary(),
            plain.source(),
            plain.published(),
            plain.subscriptions(),
            plain.matchedWords(),
            plain.locale(),
            look);
    SlackMessage message = SlackText.of(alert).getFirst();
    assertThat(message.unfurls()).isTrue();
    assertThat(post(message).blockTexts()).contains("news.example");
    assertThat(SlackText.of(plain).getFirst().unfurls()).isFalse();
  }

  @Test
  void theRequestIsOneLineOfJson() {
    String request =
        SlackText.requestBodies(
                new ChatId(Platform.SLACK, "T1", "C1", "1.1"), alert("A title", List.of(), LINK))
            .getFirst();
    assertThat(request).doesNotContain("\n").doesNotContain("token");
    var json = new JsonMapper().readTree(request);
    assertThat(json.get("channel").asString()).isEqualTo("C1");
    assertThat(json.get("thread_ts").asString()).isEqualTo("1.1");
    assertThat(json.get("unfurl_links").asBoolean()).isFalse();
    assertThat(json.get("unfurl_media").asBoolean()).isFalse();
  }

  private static String nasty(Random random, int most) {
    return IntStream.rangeClosed(0, random.nextInt(most))
        .mapToObj(_ -> NASTY.get(random.nextInt(NASTY.size())))
        .collect(Collectors.joining());
  }

  private static Message.Alert alert(String title, List<String> summary, URI link) {
    return new Message.Alert(
        title,
        link,
        summary,
        "보람뉴스",
        Instant.parse("2026-03-02T01:00:00Z"),
        List.of("ransomware"),
        List.of("ransom"),
        READER);
  }

  private static SlackPost post(Message.Alert alert) {
    return post(SlackText.of(alert).getFirst());
  }

  private static String read(SlackMessage message) {
    SlackPost post = post(message);
    assertThat(SlackMrkdwn.parse(post.text()).formatting()).isEmpty();
    assertThat(post.links()).isEmpty();
    return post.visible();
  }

  private static SlackPost post(SlackMessage message) {
    String blocks = GsonFactory.createSnakeCase().toJson(message.blocks());
    SlackPost post = new SlackPost("C1", "", message.text(), new JsonMapper().readTree(blocks));
    assertThat(post.error()).isEmpty();
    return post;
  }
}
