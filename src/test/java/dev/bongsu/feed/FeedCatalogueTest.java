package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedCatalogueTest {
  private static final String GOOD =
      """
      feeds:
        - name: 항구 소식
          language: ko
          category: security
          address: https://a.example/rss
      """;

  @TempDir Path folder;

  @Test
  void readsTheList() throws IOException {
    assertThat(read(GOOD).size()).isEqualTo(1);
  }

  @Test
  void aBlankNameMeansNone() {
    assertThat(FeedCatalogue.read(settings("")).size()).isZero();
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

  @Test
  void saysThatTheFileIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeedCatalogue.read(settings("config/nowhere.yaml")))
        .withMessage("config/nowhere.yaml: no such file");
  }

  private FeedCatalogue read(String text) throws IOException {
    Path file = folder.resolve("feeds.yaml");
    Files.writeString(file, text);
    return FeedCatalogue.read(settings(file.toString()));
  }

  private static FeedSettings settings(String catalogue) {
    return new FeedSettings(Duration.ofMinutes(15), Duration.ofMinutes(5), catalogue);
  }
}
