package dev.bongsu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages made to take all time or memory.
class HostilePageTest {
  private static final URI BASE = URI.create("https://ledger.example/ports/7");
  private static final List<String> PARAGRAPHS =
      List.of(
          "Nine coastal nations agreed on Friday to warn one another within a day when hackers"
              + " strike.",
          "The plan follows an attack in March that stopped the cranes of three harbours for a"
              + " week.",
          "Under the accord each port names one office that answers calls around the clock.");
  private static final String BODY = "<p>" + String.join("</p><p>", PARAGRAPHS) + "</p>";
  private final ArticleReader reader = new ArticleReader();

  @Test
  void survivesNesting() {
    for (String tag : List.of("div", "b", "a", "table><tr><td", "form", "ul><li", "span", "svg")) {
      assertThat(page(("<" + tag + ">").repeat(5_000) + BODY).kind()).isNotNull();
    }
  }

  /// Found by ParserFuzzTest.
  @Test
  @Timeout(12)
  void nestedTablesAreNotIndented() {
    String start = "<div id='content" + "title:".repeat(85) + "<table><tr><td>".repeat(800);
    assertThat(page(start + "<table><tr><ti<" + "<table><tr><td>".repeat(1_600)).kind())
        .isNotNull();
  }

  @Test
  void survivesSizeAndRepetition() {
    assertThat(page(BODY + "<p>x</p>".repeat(20_000)).text()).contains(PARAGRAPHS);
    assertThat(page("a".repeat(6_000_000)).kind()).isNotNull();
    assertThat(page("<a ".repeat(300_000)).kind()).isNotNull();
    assertThat(page("[".repeat(300_000) + "기자@" + "가.".repeat(300_000)).kind()).isNotNull();
    assertThat(page("<p>" + "a@".repeat(300_000) + "</p>").kind()).isNotNull();
    assertThat(page("<p>저작권자\n</p>".repeat(20_000)).kind()).isNotNull();
  }

  /// Each of these took minutes, or all memory, in one way of reading or another.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=a><h1>x</h1></div>",
        "<div class=\"x ad body\">word</div>",
        "<a href=/x>l</a>",
        "<time datetime=2020-01-01>x</time>",
        "<meta http-equiv=refresh content=\"0;url=x\">",
        "<b><i><a href=x>",
        "<div>",
        "<form>",
        "<form><input>",
        "<svg><g>",
        "<td>1</td>",
        "\u0301",
        "A - B | C : ",
        "“\" ",
        ". ! ? ",
        "가나다 기자 ",
        "&amp;&lt;&nbsp;"
      })
  @Timeout(120)
  void isReadWhateverComesAHundredThousandTimes(String piece) {
    String page = "<title>Ports</title>" + BODY + piece.repeat(100_000);

    assertThat(page(page).text()).contains(PARAGRAPHS.getFirst());
  }

  @Test
  void isNotReadToTheEndOfAMillionTags() {
    String end = "<p>The last words of a page that never ends are not looked at.</p>";

    assertThat(page(BODY + "<i></i>".repeat(100_000) + end).text())
        .contains(PARAGRAPHS)
        .doesNotContain("last words");
    assertThat(page(BODY + "<i></i>".repeat(20_000) + end).text()).contains("last words");
  }

  @Test
  void keepsAFewAccentsOnALetter() {
    String zalgo = "The ports of n" + "\u0301".repeat(500) + "ine countries share alarms.";

    assertThat(page(BODY + "<p>" + zalgo + "</p>").text())
        .contains("ports of n\u0301")
        .doesNotContain("\u0301".repeat(9));
  }

  @Test
  @Timeout(120)
  void isReadBesideAScriptThatNeverEnds() {
    assertThat(page(BODY + "<script>" + "f(\"a b. c\");".repeat(400_000)).text())
        .contains(PARAGRAPHS);
  }

  @Test
  void survivesAnyBytes() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] page = bytes("<html><body>" + BODY);
      for (int j = 0; j < 60; j++) {
        page[random.nextInt(page.length)] = (byte) random.nextInt(256);
      }
      assertThat(
              reader.read(page, "text/html; charset=nonsense", BASE, EntryMetadata.none()).kind())
          .isNotNull();
    }
  }

  @Test
  void survivesAddressesOfNoKind() {
    assertThat(
            reader.read(bytes(BODY), null, URI.create("mailto:a@b"), EntryMetadata.none()).text())
        .isEqualTo(String.join("\n", PARAGRAPHS));
  }

  private ArticleText page(String html) {
    return reader.read(bytes(html), "text/html; charset=utf-8", BASE, EntryMetadata.none());
  }

  private static byte[] bytes(String html) {
    return html.getBytes(StandardCharsets.UTF_8);
  }
}
