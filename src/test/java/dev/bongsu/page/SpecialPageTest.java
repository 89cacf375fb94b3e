package dev.bongsu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.summary.ArticleKind;
import dev.bongsu.summary.ArticleSummary;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that are no plain reports.
class SpecialPageTest {
  private static final URI BASE = URI.create("https://news.example/world/1");
  private static final String DATED =
      "<meta property='article:published_time' content='2031-04-07T08:30:00Z'>";
  private static final String LONG =
      "<p>Nine coastal nations agreed on Friday to warn one another within a day when hackers"
          + " strike a container port, after two days of talks in Varn.</p><p>The plan follows an"
          + " attack in March that stopped the cranes of three harbours for a week.</p><p>Each port"
          + " names one office that answers calls around the clock, and smaller ports can ask a"
          + " shared fund for training.</p>";

  private final ArticleReader reader = new ArticleReader();

  @Test
  void putsTheNewestEntryOfALiveBlogFirst() {
    ArticleText article =
        page(
            """
            <title>Storm Ilsa: live updates</title><main><h1>Storm Ilsa: live updates</h1><div class="liveblog">
            <article class="live-post"><time datetime="2031-11-02T06:00:00Z">6:00</time>
            <p>The first ferries to the islands have been cancelled, the harbour master says.</p></article>
            <article class="live-post"><time datetime="2031-11-02T08:30:00Z">8:30</time>
            <p>A man has died near Carrick Bay after a tree fell on his van, police say.</p></article>
            <article class="live-post"><time datetime="2031-11-02T07:15:00Z">7:15</time>
            <p>About 100,000 homes are without power, the network operator says.</p></article></div></main>
            """);

    assertThat(article.kind()).isEqualTo(ArticleKind.LIVE_BLOG);
    assertThat(article.text().lines().toList().getFirst()).startsWith("A man has died");
    assertThat(summary(article, List.of()).getFirst()).startsWith("A man has died");
    assertThat(summary(article, List.of("ferries"))).anyMatch(s -> s.contains("ferries"));
  }

  @Test
  void readsALiveBlogFromItsData() {
    ArticleText article =
        page(
            """
            <title>Vote count</title><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Vote count",
            "datePublished":"2031-12-07T18:00:00Z","liveBlogUpdate":[
            {"@type":"BlogPosting","headline":"Polls close","datePublished":"2031-12-07T18:00:00Z","articleBody":"Polls have closed in all regions of Teveria."},
            {"@type":"BlogPosting","headline":"First results","datePublished":"2031-12-07T19:00:00Z","articleBody":"The first results show a lead for the opposition."}]}
            </script><div id=app></div>
            """);

    assertThat(article.kind()).isEqualTo(ArticleKind.LIVE_BLOG);
    assertThat(summary(article, List.of()).getFirst()).contains("first results show a lead");
  }

  @Test
  void classifiesAPaywalledTextAsStub() {
    ArticleText article =
        page(
            DATED
                + "<title>Ports agree</title><h1>Ports agree</h1><div class=article-body><p>Nine"
                + " coastal nations agreed on Friday to warn one another when hackers strike a"
                + " container port, ministers said.</p></div><div class=wall><p>Subscribe to"
                + " continue reading.</p></div>");

    assertThat(article.kind()).isEqualTo(ArticleKind.STUB);
    assertThat(article.text()).contains("Nine coastal nations").doesNotContain("Subscribe");
  }

  @Test
  void classifiesAKoreanPaywalledTextAsStub() {
    ArticleText article =
        page(
            "<meta property='article:published_time' content='2031-04-07T08:30:00+09:00'><title>항만"
                + " 공동 대응</title><h1>항만 공동 대응</h1><div class=article_body><p>연안 9개국이 항만 해킹에 함께"
                + " 대응하기로 지난 4일 합의했다고 해양부가 밝혔다.</p></div><p>이 기사는 유료 회원만 볼 수 있습니다.</p>");

    assertThat(article.kind()).isEqualTo(ArticleKind.STUB);
    assertThat(article.text()).startsWith("연안 9개국이");
  }

  @Test
  void readsALongTextWithASubscriptionOfferAsNews() {
    String body = LONG.repeat(4);
    assertThat(
            page(DATED + "<h1>Ports</h1><article>" + body + "</article><p>For subscribers</p>")
                .kind())
        .isEqualTo(ArticleKind.NEWS);
  }

  @Test
  void givesTheDescriptionOfAVideo() {
    ArticleText article =
        page(
            DATED
                + "<title>Seal in a car park</title><meta property='og:description' content='A seal"
                + " pup was found asleep behind a bus half a mile from the sea.'><h1>Seal in a car"
                + " park</h1><video src=x.mp4></video>");

    assertThat(article.kind()).isEqualTo(ArticleKind.MEDIA);
    assertThat(article.text()).startsWith("A seal pup was found");
  }

  @Test
  void recognizesAColumnByItsSection() {
    assertThat(
            page("<meta property='article:section' content='Opinion'><h1>Ports</h1>" + LONG).kind())
        .isEqualTo(ArticleKind.COLUMN);
    assertThat(read("<h1>Ports</h1>" + LONG, "https://news.example/opinion/ports").kind())
        .isEqualTo(ArticleKind.COLUMN);
    assertThat(page("<h1>Ports</h1>" + LONG).kind()).isEqualTo(ArticleKind.NEWS);
  }

  @Test
  void readsReportsAboutAFlawAsNews() {
    ArticleText article =
        page(
            "<title>Hackers use flaw in crane controller</title><h1>Hackers use flaw in crane"
                + " controller</h1><p>Hackers are using a flaw in crane controllers,"
                + " CVE-2031-20871, to stop harbours, officials said on Monday.</p><p>The flaw has"
                + " a CVSS score of 9.3. A fix has been available since July.</p>"
                + LONG);

    assertThat(article.kind()).isEqualTo(ArticleKind.NEWS);
  }

  @Test
  void readsAnAdvisoryInATable() {
    ArticleText article =
        page(
            """
            <title>CVE-2031-5551 - Kestrel Quiet</title><h1>CVE-2031-5551</h1><div class=content-body><h2>Description</h2>
            <p>A buffer overflow in the web server of Kestrel Quiet cameras lets attackers on the network run code.</p>
            <h2>Severity</h2><table><tr><td>CVSS 3.1 score: 8.8</td></tr></table><h2>Affected versions</h2>
            <ul><li>Kestrel Quiet firmware before 2.0.7</li></ul><h2>Solution</h2><p>Update to firmware 2.0.7.</p></div>
            """);

    assertThat(article.kind()).isEqualTo(ArticleKind.ADVISORY);
    assertThat(String.join(" ", summary(article, List.of())))
        .contains("Kestrel Quiet", "2.0.7", "Update to firmware");
  }

  @Test
  void prefersCompleteJsonLdToAPartialPage() {
    ArticleText article =
        page(
            "<script"
                + " type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ports\",\"articleBody\":\""
                + LONG.replaceAll("<[^>]+>", " ").repeat(3)
                + "\"}</script><h1>Ports</h1><article>"
                + LONG.substring(0, LONG.indexOf("</p>"))
                + "</p><p>"
                + "This paragraph is shown to everybody, and it goes on for a while so that it is long. "
                    .repeat(4)
                + "</p></article>");

    assertThat(article.text()).contains("answers calls around the clock");
  }

  @Test
  void isNoArticleIfItOnlyPointsToOthers() {
    String teaser =
        "<li><a href=/%d>Ferry runs aground off Osk with ninety passengers on board</a></li>";
    String list = teaser.formatted(1) + teaser.formatted(2) + teaser.formatted(3);
    assertThat(page("<title>The Ledger</title><ul>" + list + "</ul>").kind())
        .isEqualTo(ArticleKind.NOT_AN_ARTICLE);
  }

  @Test
  void neverComesBackEmptyWhereThereIsText() {
    assertThat(
            page("<h1>Haiku</h1><div class=entry-content>Old harbour wall<br>one gull</div>")
                .text())
        .contains("one gull");
    assertThat(page("<h1>Photo</h1><p>Fishermen at work in the harbour of Varn</p>").text())
        .contains("Fishermen at work");
  }

  @Test
  void takesAListFromThePagesData() {
    String data =
        "{\"@type\":\"NewsArticle\",\"articleBody\":\"Director: A. Moss\\nDeputy: I. Lee\"}";
    assertThat(
            page("<script type='application/ld+json'>" + data + "</script><div id=app></div>")
                .text())
        .isEqualTo("Director: A. Moss\nDeputy: I. Lee");
  }

  @Test
  void recognizesAReleaseByItsDateline() {
    String text =
        "<p>SAN MATEO, Calif., May 20, 2031 /NewsBridge/ -- Fernhill, a maker of machines that sort"
            + " seeds, has raised $45 million.</p><p>It will build thirty machines with the"
            + " money.</p>";
    ArticleText release = page("<h1>Fernhill raises $45 million</h1>" + text);
    assertThat(release.kind()).isEqualTo(ArticleKind.PRESS_RELEASE);
    assertThat(release.text()).startsWith("Fernhill, a maker");
  }

  @Test
  void continuesAfterABoxOfOtherArticles() {
    String half = "<p>Nine ports agreed on Friday to share alarms about attacks on cranes.</p>";
    String other = "<p>Smaller ports will get money for the training of their own crews.</p>";
    String box =
        "<div class=mid><h5>Related articles</h5><p><a href=1>One other story</a></p></div>";
    assertThat(page("<h1>Ports</h1><div class=text>" + half + box + other + "</div>").text())
        .contains("Nine ports")
        .contains("Smaller ports")
        .doesNotContain("other story");
  }

  @Test
  void recognizesAReleaseByItsLabelAndNotByALink() {
    String text =
        "<h1>Ministers sign accord</h1><p>Nine coastal nations agreed on Friday to warn one another"
            + " within a day.</p><p>Smaller ports will get money for the training of their"
            + " crews.</p>";

    assertThat(page("<span class=caption-xl>Press release</span>" + text).kind())
        .isEqualTo(ArticleKind.PRESS_RELEASE);
    assertThat(page("<a href=/press>Press release</a>" + text).kind()).isEqualTo(ArticleKind.NEWS);
  }

  @Test
  void readsTheLinesOfAPreformattedLetter() {
    String letter =
        """
        Nine coastal nations agreed on Friday to warn one another within a day.

        Smaller ports will get money for the training of their crews.
        """;

    assertThat(page("<h1>[ports] Accord</h1><pre>" + letter + "</pre>").text().lines()).hasSize(2);
  }

  @Test
  void continuesAfterASentenceAboutCopyright() {
    String text = "<p>법원은 한 출판사가 낸 소송에서 무단 전재를 저작권 침해로 보아야 한다고 판결했다.</p>";
    String end = "<p>출판사는 판결을 반기며 손해배상 소송을 따로 내겠다고 밝혔다.</p>";

    assertThat(page("<h1>저작권 판결</h1>" + (text + end).repeat(3)).text())
        .contains("무단 전재를 저작권 침해로")
        .contains("판결을 반기며");
  }

  @Test
  void doesNotGlueBoldLinesBeforeAnArticleToItsFirstSentence() {
    String text =
        "<article><strong>Forty nations<br>A line for alarms</strong>Nine coastal nations agreed on"
            + " Friday to warn one another within a day.<br><br>Smaller ports will get money for"
            + " the training of their crews.</article>";

    assertThat(page("<h1>Ministers sign accord</h1>" + text).text().lines())
        .contains(
            "Nine coastal nations agreed on Friday to warn one another within a day.",
            "Smaller ports will get money for the training of their crews.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Подписывайтесь на наш Telegram-канал",
        "Читайте также: что стоила атака портам",
        "Lesen Sie auch: Was der Angriff gekostet hat",
        "Lire aussi : ce que l’attaque a coûté"
      })
  void leavesOutWhatPublishersSayBetweenParagraphs(String line) {
    String text = "<p>Nine coastal nations agreed on Friday to warn one another within a day.</p>";

    assertThat(page("<h1>Ports</h1><article>" + text + "<p>" + line + "</p>" + text).text())
        .doesNotContain(line);
  }

  private static List<String> summary(ArticleText article, List<String> words) {
    return ArticleSummary.of(
        article.kind(), article.title(), article.text(), article.language(), words);
  }

  private ArticleText page(String html) {
    return read(html, BASE.toString());
  }

  private ArticleText read(String html, String address) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return reader.read(
        bytes, "text/html; charset=utf-8", URI.create(address), EntryMetadata.none());
  }
}
