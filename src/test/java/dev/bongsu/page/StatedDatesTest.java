package dev.bongsu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a page that contradicts itself was published.
class StatedDatesTest {
  @ParameterizedTest
  @CsvSource({
    // a day, then the minute
    "W2031-03-04 L2031-03-04T09:30:00+09:00, 2031-03-04T00:30:00Z",
    // the last change stands first in the document
    "W2031-03-05T18:00:00+01:00 P2031-03-04T09:30:00+01:00, 2031-03-04T08:30:00Z",
    "W2031-03-05T18:00:00Z L2031-03-04T09:30:00Z, 2031-03-04T09:30:00Z",
    // no zone, and the same time with one
    "P2031-03-04T09:30:00 L2031-03-04T09:30:00-05:00, 2031-03-04T14:30:00Z",
    "P2031-03-04T09:30:00 S2031-03-04T09:30:12+0530, 2031-03-04T04:00:12Z",
    // local time said to be UTC
    "P2031-07-04T09:30:00Z L2031-07-04T09:30:00+02:00, 2031-07-04T07:30:00Z",
    "P2031-07-04T09:30:00+0000 S2031-07-04T09:30:00+08:00, 2031-07-04T01:30:00Z",
    // another article's time changes nothing
    "P2031-07-04T09:30:00Z S2031-07-05T11:30:00+02:00, 2031-07-04T09:30:00Z",
    "S2031-07-05T11:30:00+02:00, 2031-07-05T09:30:00Z",
    "P2031-07-04T09:30:00 S2031-07-05T11:30:00+02:00, 2031-07-04T09:30:00Z"
  })
  void theTimeIsRightToTheMinute(String stated, Instant published) {
    assertThat(read(stated).published()).isEqualTo(published);
  }

  private static ArticleText read(String stated) {
    StringBuilder head = new StringBuilder();
    StringBuilder shown = new StringBuilder();
    for (String date : stated.split(" ", -1)) {
      String value = date.substring(1);
      switch (date.charAt(0)) {
        case 'P' ->
            head.append("<meta property=article:published_time content='%s'>".formatted(value));
        case 'W' -> head.append("<meta name=date content='%s'>".formatted(value));
        case 'L' ->
            head.append(
                """
                <script type=application/ld+json>{"@type":"NewsArticle","datePublished":"%s"}</script>
                """
                    .formatted(value));
        default -> shown.append("<time datetime='%s'>today</time>".formatted(value));
      }
    }
    String page =
        "<html lang=en><head>%s</head><body><article><h1>Harbour closed</h1>%s<p>%s</p></article></body></html>"
            .formatted(
                head, shown, "The harbour was closed for a day after the attack. ".repeat(8));
    return new ArticleReader()
        .read(
            page.getBytes(StandardCharsets.UTF_8),
            "text/html",
            URI.create("https://news.example/1"),
            EntryMetadata.none());
  }
}
