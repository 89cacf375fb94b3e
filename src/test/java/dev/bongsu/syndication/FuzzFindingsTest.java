package dev.bongsu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents that the fuzzer found: they were not read, because of an exception.
class FuzzFindingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss version='2.0' xmlns=- 'x'><channel><title>T</title><item><title>A</title>",
        "<rss version='2.0' xmlns:dc=-><channel><title>T</title><item><dc:creator>B</dc:creator>"
            + "<title>A</title>",
        "<rss version='2.0' xmlns:dc='9'><channel><title>T</title><item><dc:date>x</dc:date>"
            + "<title>A</title>"
      })
  void aNamespaceThatCannotBeIsNone(String feed) {
    ParseOutcome outcome =
        new FeedParser()
            .parse(
                (feed + "</item></channel></rss>").getBytes(StandardCharsets.UTF_8),
                null,
                URI.create("https://a.example/"));

    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
    assertThat(((ParseOutcome.Parsed) outcome).feed().entries())
        .extracting(Entry::title)
        .containsExactly("A");
  }

  @Test
  void anAttributeWhosePrefixMeansTwoThingsIsLeftOut() {
    String feed =
        "<rdf:RDF xmlns:rdf='http://a.example/other' rdf:about='x'><channel><title>T</title-e>"
            + "</channel><item><title>A</title></item></rdf:RDF>";
    ParseOutcome outcome =
        new FeedParser()
            .parse(feed.getBytes(StandardCharsets.UTF_8), null, URI.create("https://a.example/"));

    assertThat(outcome).isNotEqualTo(new ParseOutcome.NotAFeed("cannot be read"));
  }
}
