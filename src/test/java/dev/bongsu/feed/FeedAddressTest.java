package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "news.example/rss https://news.example/rss",
        "News.Example https://news.example/",
        "<https://news.example/rss> https://news.example/rss",
        "<https://news.example/rss|news.example/rss> https://news.example/rss",
        "feed://news.example/rss http://news.example/rss",
        "feed:https://news.example/rss https://news.example/rss",
        "http://news.example/rss#top http://news.example/rss",
        "127.0.0.1:8080/rss https://127.0.0.1:8080/rss",
        "localhost:8080/rss https://localhost:8080/rss"
      })
  void understandsWhatPeopleType(String typed, URI meant) {
    assertThat(FeedAddress.parse(typed)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "news",
        "?봉수",
        "%봉수#.",
        "two words.example",
        "ftp://x.example/",
        "javascript:alert(1)"
      })
  void knowsWhatIsNoAddress(String typed) {
    assertThat(FeedAddress.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:pass@a.example/",
        "https://a.example/?token=1",
        "https://a.example/?x=1&api_key=7",
        "https://a.example/?access_token=1",
        "https://a.example/?u=3f9a0c77d2e1b45588aa01ffcc9e3d21"
      })
  void r105KnowsSecrets(URI address) {
    assertThat(FeedAddress.isSecret(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/private/3f9a0c77d2e1b45588aa01ffcc9e3d21/feed.xml",
        "https://a.example/feeds/Xk3pQ9zLm27TbV4cWd8R.rss",
        "https://a.example/calendar/private-9c0d1e2f3a4b5c6d/basic.ics",
        "https://a.example/u/2f1c4a0e-7b3d-4c5a-9e8f-0a1b2c3d4e5f/atom"
      })
  void f14ALongRandomPartOfThePathIsASecret(URI address) {
    assertThat(FeedAddress.isSecret(address)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://me:pass@a.example/x|http://a.example/…",
        "see https://a.example/rss?token=9 now|see https://a.example/… now",
        "me:pass@a.example/x|a.example/…",
        "htp:/me:pass@x|htp:/x/…",
        "https://a.example/news|https://a.example/news",
        "alpha 1.5 beta|alpha 1.5 beta"
      })
  void f13MasksSecretAddressesInATypedText(String typed, String shown) {
    assertThat(FeedAddress.mask(typed)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/TheNewsOfTheDay2026/rss",
        "https://a.example/technology-20261201-newsletter/feed",
        "https://a.example/alerts/feeds/12345678901234567890/987654321",
        "https://a.example/internationalization/rss.xml",
        "https://a.example/rss/AKR20261201000100017.xml",
        "https://a.example/rss?section=world&page=2",
        "https://a.example/rss?keyword=korea",
        "https://a.example/"
      })
  void r105KnowsWhatIsPublic(URI address) {
    assertThat(FeedAddress.isSecret(address)).isFalse();
  }

  /// Found by ParserFuzzTest: it took seconds.
  @Test
  @Timeout(2)
  void masksLongWordsAtOnce() {
    String word = "\u0001".repeat(60_000);
    assertThat(FeedAddress.mask(word)).isEqualTo(word);
  }
}
