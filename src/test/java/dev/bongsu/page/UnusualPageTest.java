package dev.bongsu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages whose names, titles and dates say something else than they mean.
class UnusualPageTest {
  private static final URI BASE = URI.create("https://courier.example/a/5");
  private static final String FIRST =
      "The ferry line between Osk and Varn closes for the winter, its owner said on Monday.";
  private static final String SECOND =
      "Some four hundred people cross the sound every day, most of them pupils and nurses.";
  private static final String THIRD =
      "A bus over the northern bridge takes fifty minutes longer and runs four times a day.";
  private static final String FOURTH =
      "The council wants to talk to the owner again before the end of the month, it wrote.";

  private final ArticleReader reader = new ArticleReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a class='auto-tag' href=/t/1>Ida Moss</a>",
        "<a id='keyword_ida-moss' href=/k/1>Ida Moss</a>",
        "<span class='topic teaser'>Ida Moss</span>",
        "<em class='author-name profile'>Ida Moss</em>",
        "<strong class='nav-term'>Ida Moss</strong>",
        "<a href=/t/1>Ida Moss<span class='sr-only'>opens new tab</span></a>",
        "<a href=/t/1>Ida Moss<span class='visually-hidden'>external link</span></a>"
      })
  void wordsOfASentenceStayInIt(String name) {
    String text = read("", page("body", "On Tuesday the mayor " + name + " of Osk said no."));

    assertThat(text).contains("On Tuesday the mayor Ida Moss of Osk said no.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tags", "keywords", "author-bio"})
  void listsOfWordsOutsideASentenceGo(String name) {
    String list = "<span class='%s'>Ferries Harbours</span>".formatted(name);

    assertThat(read("", page("story", FIRST) + "<div>" + list + "</div>"))
        .doesNotContain("Harbours");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sidebar-grid__content article__content",
        "article-widget-text",
        "text__qSR5N",
        "text__aAdKw3",
        "print:max-w-none",
        "md:nav:hidden",
        "n1AuAdJlVL"
      })
  void accidentalNamesTakeNothingAway(String name) {
    String marked = "</p><div class='%s'><p>%s</p></div><p>".formatted(name, FOURTH);

    assertThat(read("", page("x", FIRST + marked))).contains(FOURTH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"article-teaser", "related-content", "newsletter-text", "sidebar"})
  void boxesNamedForWhatTheyAreGo(String name) {
    String box = "</p><div class='%s'><p>%s</p></div><p>".formatted(name, FOURTH);

    assertThat(read("", page("x", FIRST + box))).doesNotContain(FOURTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "▶ 김이솔 / 앵커 : 오늘 새벽 부두의 문이 다시 열렸습니다.",
        "▷ 한도윤 교수: 경보가 늦으면 항만마다 줄이 길어집니다.",
        "▶박세라(항만 노동자)： 사흘 동안 일을 하지 못했다는 말입니다.",
        "▶ 진행자: 그러면 다음 회의는 언제 열리게 됩니까?"
      })
  void speakersOfABroadcastAreHeard(String line) {
    assertThat(read("", page("body", FIRST + "</p><p>" + line))).contains(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"▶ 관련 기사: 항만 보안 강화", "▶ 제보: 카카오톡 '해안일보'", "▷ 새벽 부두의 문 열려"})
  void pointersAreNot(String line) {
    assertThat(read("", page("body", FIRST + "</p><p>" + line))).doesNotContain(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ruby>大井<rt>おおい</rt></ruby>",
        "<ruby>大井<rp>(</rp><rt>おおい</rt><rp>)</rp></ruby>",
        "<ruby>大<rt>おお</rt>井<rt>い</rt></ruby>"
      })
  void readingAidsAreNoText(String name) {
    assertThat(read("", page("body", "The harbour of " + name + " was closed on Friday.")))
        .contains("The harbour of 大井 was closed on Friday.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Ferry closes for the winter-Coastㅣ해안일보; Ferry closes for the winter",
        "Ferry closes for the winter｜Courier; Ferry closes for the winter",
        "Ferry closes for the winter_Courier; Ferry closes for the winter",
        "Ferry closes for the winter * Courier; Ferry closes for the winter",
        "Ferry closes for the winter：Courier; Ferry closes for the winter"
      })
  void separatorsOfManyKindsEndTheHeadline(String given, String headline) {
    assertThat(title(given, "<title>" + given + "</title>", headline)).isEqualTo(headline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The end of the ferry: it was the money",
        "Ferry line closes early - this is what passengers can do",
        "Winter without a ferry – what we know"
      })
  void aSubtitleIsNoSite(String headline) {
    assertThat(title(headline, "<title>" + headline + " | Courier</title>", ""))
        .isEqualTo(headline);
    assertThat(title(headline, "", headline)).isEqualTo(headline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta name=date content='2031-04-07'>",
        "<meta name=pubdate content='2031-04-07 09:30:00'>",
        "<meta itemprop=datePublished content='2031-04-06T23:00:00'>"
      })
  void aTimeWithItsZoneGoesBeforeALessExactOne(String vague) {
    String data =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":"
            + "\"2031-04-07T09:30:00+02:00\",\"dateModified\":\"2031-04-09T10:00:00+02:00\"}"
            + "</script>";

    assertThat(article(vague + data, page("body", FIRST)).published())
        .isEqualTo(Instant.parse("2031-04-07T07:30:00Z"));
  }

  @Test
  void aBareDayStillCountsAlone() {
    assertThat(article("<meta name=date content='2031-04-07'>", page("body", FIRST)).published())
        .isBetween(Instant.parse("2031-04-06T12:00:00Z"), Instant.parse("2031-04-07T12:00:00Z"));
  }

  private String title(String given, String titleElement, String heading) {
    String head = titleElement + "<meta property='og:title' content=\"" + given + "\">";
    return article(head, "<h1>" + heading + "</h1>" + page("body", FIRST)).title();
  }

  private String read(String head, String body) {
    return article(head, body).text();
  }

  private ArticleText article(String head, String body) {
    String html = "<html lang=en><head>" + head + "</head><body>" + body + "</body></html>";
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return reader.read(bytes, "text/html; charset=utf-8", BASE, EntryMetadata.none());
  }

  private static String page(String name, String first) {
    return "<div class='%s'><p>%s</p><p>%s</p><p>%s</p></div>"
        .formatted(name, first, SECOND, THIRD);
  }
}
