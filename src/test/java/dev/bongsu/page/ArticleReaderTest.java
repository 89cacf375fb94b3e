package dev.bongsu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.summary.ArticleKind;
import dev.bongsu.summary.Summarizer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
  private static final URI BASE = URI.create("https://ledger.example/ports/7");
  private static final List<String> PARAGRAPHS =
      List.of(
          "Nine coastal nations agreed on Friday to warn one another within a day when hackers"
              + " strike a container port, after two days of talks in Varn.",
          "The plan, drafted by the Halden Institute, follows an attack in March that stopped the"
              + " cranes of three harbours for a week and cost shippers an estimated 40 million"
              + " crowns.",
          "\"A closed gate in one harbour is a queue in all the others,\" said Ida Moss, who led"
              + " the talks for the host government.",
          "Under the accord each port names one office that answers calls around the clock. Smaller"
              + " ports can ask a shared fund for training and equipment.",
          "The next meeting is planned for the spring.");
  private static final String BODY = "<p>" + String.join("</p><p>", PARAGRAPHS) + "</p>";
  private final ArticleReader reader = new ArticleReader();

  @Nested
  class ModernPage {
    private static final String PAGE =
        """
        <!doctype html><html lang="en-GB"><head><title>Ports agree | The Daily Ledger</title>
        <meta property="og:title" content="Ports agree to share alarms - The Daily Ledger">
        <meta property="og:site_name" content="The Daily Ledger">
        <meta property="og:description" content="Nine nations agreed to share alarms.">
        <meta property="article:published_time" content="2031-04-07T09:30:00+01:00"></head><body>
        <header><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/b>Business</a></ul></nav></header>
        <main><article><h1>Ports agree to share alarms</h1><p class="byline">By Tom Quill</p>
        <div class="social-share"><button>Share</button><a href=#>Facebook</a> <a href=#>Email</a></div>
        <figure><img src=c.jpg><figcaption>A crane in Varn. Photo: R. Dahl</figcaption></figure>
        <div class="story-body">%s
        <div class="ad-slot">Advertisement</div><p><a href=/x>READ MORE: Crane drivers strike over pay in Osk</a></p>
        <p>tom.quill@ledger.example</p></div>
        <aside class="related"><h3>Related articles</h3><ul><li><a href=/1>Ferry runs aground</a></ul></aside>
        </article></main><div id=partners><h4>Our sponsors</h4><ul><li>Borealis Locks Ltd<li>Kestrel Cameras Inc.
        <li>Norva Gates<li>Volteka<li>Tidewatch Systems<li>Umber & Sons</ul></div>
        <footer>Copyright © 2031 The Daily Ledger. All rights reserved.</footer></body></html>
        """
            .formatted(BODY);

    @Test
    void readsTheBodyAndNothingElse() {
      ArticleText article = page(PAGE);

      assertThat(article.text()).isEqualTo(String.join("\n", PARAGRAPHS));
      assertThat(article.title()).isEqualTo("Ports agree to share alarms");
      assertThat(article.language()).isEqualTo("en");
      assertThat(article.published()).isEqualTo(Instant.parse("2031-04-07T08:30:00Z"));
      assertThat(article.description()).isEqualTo("Nine nations agreed to share alarms.");
      assertThat(article.kind()).isEqualTo(ArticleKind.NEWS);
    }

    @Test
    void summarisesIt() {
      ArticleText article = page(PAGE);
      List<String> summary =
          Summarizer.summarize(article.title(), article.text(), article.language(), List.of());

      assertThat(summary.getFirst()).startsWith("Nine coastal nations agreed on Friday");
      assertThat(String.join(" ", summary)).hasSizeLessThanOrEqualTo(Summarizer.MAX_LENGTH);
    }

    @Test
    void prefersTheFeedsMetadataToThePages() {
      Instant said = Instant.parse("2031-04-07T08:00:00Z");
      ArticleText article =
          reader.read(bytes(PAGE), null, BASE, new EntryMetadata("Ports", said, "en"));

      assertThat(article.published()).isEqualTo(said);
      assertThat(article.title()).isEqualTo("Ports");
    }

    @Test
    void completesATitleTheFeedCutShort() {
      assertThat(
              reader
                  .read(bytes(PAGE), null, BASE, new EntryMetadata("Ports agree to…", null, null))
                  .title())
          .isEqualTo("Ports agree to share alarms");
    }
  }

  @Nested
  class OldPage {
    @Test
    void readsABodyOfLineBreaksInATable() {
      ArticleText article =
          page(
              "<title>Ports agree</title><form><table><tr><td><a href=/>Home</a> <a"
                  + " href=/w>World</a><tr><td><b>Ports agree</b><br>2031-04-07 09:30<br><br>VARN"
                  + " (NPA) — "
                  + String.join("<br><br>", PARAGRAPHS)
                  + "<br><br>Copyright 2031 by NPA. All rights reserved.<br>Borealis Locks"
                  + " Ltd<br>Kestrel Cameras Inc.<br>Norva Gates</table></form>");

      assertThat(article.text()).isEqualTo(String.join("\n", PARAGRAPHS));
      assertThat(article.published()).isEqualTo(Instant.parse("2031-04-07T09:30:00Z"));
    }
  }

  @Nested
  class PageWithoutItsText {
    private static final String DESCRIPTION =
        "Nine coastal nations agreed on Friday to warn one another when hackers strike a port.";

    @Test
    void givesTheDescriptionOfAPaidArticleAsAStub() {
      ArticleText article =
          page(
              """
              <title>Ports agree</title><meta name=description content="%s"><script type="application/ld+json">
              {"@type":"NewsArticle","headline":"Ports agree to share","isAccessibleForFree":"False",
              "datePublished":"2031-04-07"}</script><p>Subscribe to read on.</p>
              """
                  .formatted(DESCRIPTION));

      assertThat(article.kind()).isEqualTo(ArticleKind.STUB);
      assertThat(article.text()).isEqualTo(DESCRIPTION);
      assertThat(article.title()).isEqualTo("Ports agree to share");
    }

    @Test
    void takesTheBodyFromLinkedData() {
      ArticleText article =
          page(
              "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":"
                  + "[\"NewsArticle\"],\"articleBody\":\""
                  + json(String.join("\n", PARAGRAPHS))
                  + "\"}]}</script><div id=app></div>");

      assertThat(article.text()).isEqualTo(String.join("\n", PARAGRAPHS));
    }

    @Test
    void takesTheBodyFromAProgramsState() {
      ArticleText article =
          page(
              "<div id=app></div><script>window.state={\"a\":{\"html\":\""
                  + json(BODY)
                  + "\"}}</script>");

      assertThat(article.text()).isEqualTo(String.join("\n", PARAGRAPHS));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "<html><body></body></html>",
          "<meta name=description content='All the news of the coast'><ul><li><a href=/1>Ferry runs"
              + " aground off Osk</a><li><a href=/2>Crane drivers strike</a></ul>",
          "<ul><li>Home<li>World<li>Business<li>Sport<li>Weather<li>Contact</ul>",
          "{}",
          "%PDF-1.7 abc",
          "\u0000\u0001\u0002\u0003"
        })
    void isNoArticle(String html) {
      ArticleText article = page(html);

      assertThat(article.kind()).isEqualTo(ArticleKind.NOT_AN_ARTICLE);
      assertThat(article.text()).isEmpty();
    }

    @Test
    void isNoArticleIfItIsAPicture() {
      assertThat(reader.read(bytes("hello there."), "image/png", BASE, EntryMetadata.none()).kind())
          .isEqualTo(ArticleKind.NOT_AN_ARTICLE);
    }
  }

  @Nested
  class PlainText {
    @Test
    void aFileWithoutATagIsText() {
      String text =
          """
          항만보안 회의 개최
          해운청은 지난 3일 부산에서 항만보안 회의를 열었다고 밝혔다.
          회의에는 열두 나라가 참석했다.
          """;
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

      ArticleText article =
          reader.read(bytes, null, URI.create("file:///note.txt"), EntryMetadata.none());

      assertThat(article.title()).isEqualTo("항만보안 회의 개최");
      assertThat(article.text()).startsWith("해운청은").endsWith("참석했다.");
    }

    @Test
    void keepsASingleLine() {
      ArticleText article = reader.readPlain("항만보안 회의 개최", EntryMetadata.none());
      assertThat(article.text()).isEqualTo("항만보안 회의 개최");
      assertThat(article.title()).isEmpty();
    }

    @Test
    void takesTheFeedsLanguageWhereTheTextTellsNone() {
      assertThat(reader.readPlain("7 : 3", new EntryMetadata(null, null, "ko")).language())
          .isEqualTo("ko");
    }

    @Test
    void isNoArticleIfBlank() {
      assertThat(reader.readPlain(" \n", EntryMetadata.none()).kind())
          .isEqualTo(ArticleKind.NOT_AN_ARTICLE);
    }
  }

  private ArticleText page(String html) {
    return reader.read(bytes(html), "text/html; charset=utf-8", BASE, EntryMetadata.none());
  }

  private static byte[] bytes(String html) {
    return html.getBytes(StandardCharsets.UTF_8);
  }

  private static String json(String text) {
    return text.replace("\"", "\\\"").replace("\n", "\\n").replace("/", "\\/");
  }
}
