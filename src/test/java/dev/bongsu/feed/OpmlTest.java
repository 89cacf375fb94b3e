package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlTest {
  @Test
  void readsListsThatAreNotWellFormed() {
    String list =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <opml version=1.1><head><title>Mine & yours</title></head><body>
        <outline text="News & more">
          <outline TEXT="Harbour &amp; sea" type="rss" XMLURL="https://a.example/rss?a=1&b=2"
            htmlUrl="https://a.example/">
          <outline title="B" xmlUrl='feed://b.example/atom'/>
          <outline text="no address" type="rss"/>
          <outline text="a page" type="link" url="https://c.example/"/>
        </outline>
        <outline text="twice" xmlUrl="https://a.example/rss?a=1&amp;b=2"/>
        <outline text="no web" xmlUrl="javascript:alert(1)"/>
        """;

    Opml read = read(list.getBytes(StandardCharsets.UTF_8));

    assertThat(read.feeds())
        .containsExactly(
            new Opml.Outline("Harbour & sea", URI.create("https://a.example/rss?a=1&b=2")),
            new Opml.Outline("B", URI.create("http://b.example/atom")));
    assertThat(read.skipped()).isOne();
  }

  @Test
  void readsKoreanListsInTheirCharset() {
    byte[] list =
        "<?xml version='1.0' encoding='euc-kr'?><opml><outline text='항구' xmlUrl='https://k.example/'/>"
            .getBytes(Charset.forName("MS949"));

    assertThat(read(list).feeds()).extracting(Opml.Outline::title).containsExactly("항구");
  }

  @Test
  void r103TakesFiveHundredFeedsAndCountsTheRest() {
    String outlines =
        IntStream.range(0, 700)
            .mapToObj(i -> "<outline xmlUrl='https://a.example/" + i + "'/>")
            .collect(Collectors.joining());

    Opml read = read(("<opml>" + outlines).getBytes(StandardCharsets.UTF_8));

    assertThat(read.feeds()).hasSize(500);
    assertThat(read.skipped()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "just words",
        "<html><body>hello</body></html>",
        "<!DOCTYPE opml [<!ENTITY a 'x'>]><opml><outline xmlUrl='https://a.example/&a;'/></opml>",
        "<opml><!ENTITY a 'x'></opml>"
      })
  void r103RefusesNonOpmlAndHostileDocuments(String list) {
    assertThat(Opml.read(list.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Opml.Outcome.Refused.class);
  }

  @Test
  void r103RefusesMoreThanAMegabyteAndReadsDeepNesting() {
    byte[] large = ("<opml>" + " ".repeat(1024 * 1024)).getBytes(StandardCharsets.UTF_8);
    byte[] deep = "<outline>".repeat(100_000).getBytes(StandardCharsets.UTF_8);

    assertThat(Opml.read(large)).isInstanceOf(Opml.Outcome.Refused.class);
    assertThat(read(deep).feeds()).isEmpty();
  }

  @Test
  void readsWhatItWrites() {
    Feed feed =
        new Feed(
            new FeedId(1),
            URI.create("https://a.example/rss?a=1&b=2"),
            "Harbour <&> \"sea\"",
            URI.create("https://a.example/"),
            "en",
            "",
            "news",
            Validators.NONE,
            null,
            false,
            true,
            null);

    String written = Opml.write("Mine", List.of(feed));

    assertThat(written).contains("<opml version=\"2.0\">", "category=\"news\"");
    assertThat(read(written.getBytes(StandardCharsets.UTF_8)).feeds())
        .containsExactly(new Opml.Outline("Harbour <&> \"sea\"", feed.address()));
  }

  private static Opml read(byte[] list) {
    Opml.Outcome outcome = Opml.read(list);
    assertThat(outcome).isInstanceOf(Opml.Outcome.Read.class);
    return ((Opml.Outcome.Read) outcome).list();
  }
}
