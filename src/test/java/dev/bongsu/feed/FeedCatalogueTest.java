package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCatalogueTest {
  private static final String GOOD =
      """
      feeds:
        - name: 항구 소식
          language: ko
          category: security
          address: https://a.example/rss
      """;

  @Test
  void readsTheList() throws IOException {
    assertThat(read(GOOD).size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "5s"})
  void anIntervalIsATimeOfAtLeastAMinute(String interval) {
    String list = GOOD.stripTrailing() + "\n    interval: " + interval + "\n";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(list))
        .withMessageContaining("interval '%s' is not a time of at least a minute", interval);
  }

  @Test
  void headersAreReadAndNotPrinted() throws IOException {
    String list =
        GOOD.stripTrailing() + "\n    headers:\n      User-Agent: Reader/1\n      X-Key: hunter2\n";

    assertThat(read(list).toString()).doesNotContain("hunter2");
    FeedHeaders headers = new FeedHeaders(Map.of("User-Agent", "Reader/1", "X-Key", "hunter2"));
    assertThat(FeedHeaders.decode(headers.encode())).isEqualTo(headers);
    assertThat(headers.toString()).contains("X-Key").doesNotContain("hunter2");
    assertThat(FeedHeaders.decode("")).isEqualTo(FeedHeaders.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "[a, b]",
        "{Host: hunter2}",
        "{If-None-Match: hunter2}",
        "{'a b': hunter2}",
        "{a: \"hunter2\\r\\nb: c\"}",
        "{'': hunter2}",
        "{a: ''}",
        "{a: 봉수 hunter2}"
      })
  void headersThatCannotBeSentAreRefusedWithoutTheirValues(String headers) {
    String list = GOOD.stripTrailing() + "\n    headers: " + headers + "\n";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(list))
        .withMessageContaining("header")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "category: security|colour: red|entry 1 (항구 소식): unknown key 'colour'",
        "language: ko|language: no|entry 1 (항구 소식): 'language' is missing or no text",
        "https://a.example/rss|nonsense|entry 1 (항구 소식): 'nonsense' is not a web address",
        "feeds:|food:|must be a list under 'feeds:'",
        "feeds:|feeds: [|is not YAML"
      })
  void saysInOneLineWhatIsWrong(String good, String bad, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(GOOD.replace(good, bad)))
        .withMessageContaining(complaint)
        .withMessageContaining("feeds.yaml")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private static FeedCatalogue read(String text) throws IOException {
    return FeedCatalogue.read("feeds.yaml", new StringReader(text));
  }
}
