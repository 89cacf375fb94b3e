package dev.bongsu.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalLinkTest {
  private static final URI BASE = URI.create("https://news.example.kr/rss/all.xml");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.paper.example/a/b?idx=83675&kind=2",
        "http://paper.example/a/b?idx=83675&kind=2",
        "https://paper.example:443/a/b/?idx=83675&kind=2",
        "http://paper.example:80/a/b?kind=2&idx=83675",
        "HTTPS://WWW.Paper.Example/a/b?idx=83675&kind=2#comments",
        "https://paper.example/a/b?utm_source=rss&idx=83675&utm_medium=feed&kind=2",
        "https://paper.example/a/b?idx=83675&kind=2&fbclid=Q1w2&gclid=x&ref=rss",
        "https://paper.example/%61/b?idx=83675&amp;kind=2",
        "https://user:secret@paper.example/a/b?idx=83675&kind=2&",
        "https://paper.example./a//b?idx=83675&kind=2",
        "https://m.paper.example/a/b?idx=83675&kind=2",
        "https://amp.paper.example/a/b/amp/?idx=83675&kind=2",
        "https://paper.example/a/b?idx=83675&kind=2&amp=1",
        "https://www.google.com/amp/s/paper.example/a/b?idx=83675&kind=2",
        "https://paper-example.cdn.ampproject.org/c/s/paper.example/a/b?idx=83675&kind=2"
      })
  void r047_oneArticleHasOneKey(String link) {
    assertThat(CanonicalLink.key(URI.create(link))).isEqualTo("paper.example/a/b?idx=83675&kind=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://paper.example/a/b?idx=83676&kind=2",
        "https://paper.example/a/B?idx=83675&kind=2",
        "https://paper.example/a/b?idx=83675",
        "https://paper.example:8443/a/b?idx=83675&kind=2",
        "https://paper.example/a/b?idx=83675&kind=2&ref=section-2",
        "https://paper.example/a/b/lamp?idx=83675&kind=2",
        "https://sport.paper.example/a/b?idx=83675&kind=2",
        "https://paper.example/a/b?idx=83675&kind=2&ampere=1"
      })
  void r047_differentArticlesHaveDifferentKeys(String link) {
    assertThat(CanonicalLink.key(URI.create(link)))
        .isNotEqualTo("paper.example/a/b?idx=83675&kind=2");
  }

  @ParameterizedTest
  @CsvSource({
    "/view.asp?idx=7#top, https://news.example.kr/view.asp?idx=7",
    "item/7, https://news.example.kr/rss/item/7",
    "//cdn.example.kr/7, https://cdn.example.kr/7",
    "?id=7, https://news.example.kr/rss/?id=7",
    "http://News.Example.kr, http://news.example.kr/",
    "https://news.example.kr/a b/회의?q=항만,"
        + " https://news.example.kr/a%20b/%ED%9A%8C%EC%9D%98?q=%ED%95%AD%EB%A7%8C",
    "https://news.example.kr/100%, https://news.example.kr/100%25",
    "https://소식.example/7?utm_source=x, https://xn--9l4b4x.example/7",
    "https://a:b@news.example.kr/7, https://news.example.kr/7",
    "https://news.example.kr:8443/7/, https://news.example.kr:8443/7/",
    "https://[2001:db8::7]/x|y, https://[2001:db8::7]/x%7Cy"
  })
  void givesTheAddressToFetch(String link, String address) {
    assertThat(CanonicalLink.of(link, BASE)).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "mailto:a@example.kr",
        "javascript:go(7)",
        "ftp://example.kr/7",
        "file:///etc/hosts",
        "http://",
        "https://?x",
        "http://exa mple/",
        "http://a..b/",
        "tag:example.kr,2031:7"
      })
  void refusesWhatIsNoWebAddress(String link) {
    assertThat(CanonicalLink.of(link, BASE))
        .satisfiesAnyOf(
            address -> assertThat(address).isEmpty(),
            address -> assertThat(address.orElseThrow().getHost()).isEqualTo("news.example.kr"));
  }

  @Test
  void needsAnAbsoluteLinkWithoutABase() {
    assertThat(CanonicalLink.of("/7", null)).isEmpty();
  }

  @Test
  void isItsOwnFixedPoint() {
    URI address = CanonicalLink.of("https://www.x.example/가?b=2&a=1&utm_id=3", null).orElseThrow();
    assertThat(CanonicalLink.of(address)).contains(address);
  }
}
