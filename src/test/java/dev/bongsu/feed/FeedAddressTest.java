package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
      strings = {"", "news", "two words.example", "ftp://x.example/", "javascript:alert(1)"})
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
        "https://a.example/rss?section=world&page=2",
        "https://a.example/rss?keyword=korea",
        "https://a.example/"
      })
  void r105KnowsWhatIsPublic(URI address) {
    assertThat(FeedAddress.isSecret(address)).isFalse();
  }
}
