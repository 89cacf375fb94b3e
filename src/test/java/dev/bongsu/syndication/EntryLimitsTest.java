package dev.bongsu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EntryLimitsTest {
  private static final URI BASE = URI.create("https://news.example/feed");

  @Test
  void f15ALinkOfMoreThan2000CharactersIsNone() {
    String fits = "https://news.example/" + "a".repeat(1_979);

    assertThat(rss("<link>" + fits + "</link>").link()).hasToString(fits);
    assertThat(rss("<link>" + fits + "a</link>").link()).isNull();
    assertThat(rss("<link>https://news.example/" + "a".repeat(1_000_000) + "</link>").link())
        .isNull();
    assertThat(rss("<link>/" + "가".repeat(300) + "</link>").link()).as("when encoded").isNull();
    assertThat(rss("<guid isPermaLink='true'>" + fits + "a</guid>").link()).isNull();
  }

  @Test
  void f15ALongLinkOfAJsonFeedOrASiteIsNone() {
    String longLink = "https://news.example/" + "a".repeat(3_000);
    ParsedFeed feed =
        parse(
            "{\"version\":\"1\",\"home_page_url\":\"%1$s\",\"items\":[{\"id\":\"1\",\"url\":\"%1$s\"}]}"
                .formatted(longLink));

    assertThat(feed.link()).isNull();
    assertThat(feed.entries().getFirst().link()).isNull();
  }

  @Test
  void f15CategoriesAreBounded() {
    String many = "<category>%s</category>".formatted("b".repeat(100_000));
    for (int i = 0; i < 200; i++) {
      many += "<category>c%d</category>".formatted(i);
    }

    assertThat(rss(many).categories()).hasSizeBetween(49, 50).allMatch(c -> c.length() <= 300);
  }

  private static Entry rss(String elements) {
    return parse("<rss><channel><item><title>a</title>" + elements + "</item></channel></rss>")
        .entries()
        .getFirst();
  }

  private static ParsedFeed parse(String document) {
    ParseOutcome outcome =
        new FeedParser().parse(document.getBytes(StandardCharsets.UTF_8), null, BASE);
    return ((ParseOutcome.Parsed) outcome).feed();
  }
}
