package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The shipped catalogue, `config/feeds.yaml`, is in order.
class CatalogueFileTest {
  private final List<Map<String, String>> feeds = read();

  @Test
  void hasEnoughSourcesInBothLanguages() {
    assertThat(feeds).hasSizeGreaterThanOrEqualTo(36);
    assertThat(feeds)
        .filteredOn(feed -> "ko".equals(value(feed, "language")))
        .hasSizeGreaterThan(15);
    assertThat(feeds)
        .filteredOn(feed -> "en".equals(value(feed, "language")))
        .hasSizeGreaterThan(15);
  }

  @Test
  void saysOfEachSourceExactlyWhatIsAsked() {
    assertThat(feeds)
        .allSatisfy(
            feed -> {
              assertThat(feed).containsOnlyKeys("name", "language", "category", "address");
              assertThat(value(feed, "name")).isNotBlank();
              assertThat(value(feed, "language")).isIn("ko", "en", "ja");
              assertThat(value(feed, "category"))
                  .isIn("security", "diplomacy", "technology", "policy", "news");
            });
  }

  @Test
  void namesNoSourceTwice() {
    assertThat(feeds).extracting(feed -> value(feed, "name")).doesNotHaveDuplicates();
    assertThat(feeds)
        .extracting(feed -> withoutScheme(value(feed, "address")))
        .doesNotHaveDuplicates();
  }

  @Test
  void hasAddressesThatCanBeFetched() {
    assertThat(feeds)
        .extracting(feed -> URI.create(value(feed, "address")))
        .allSatisfy(
            address -> {
              assertThat(address.getScheme()).isIn("http", "https");
              assertThat(address.getHost()).contains(".");
              assertThat(address.getUserInfo()).isNull();
            });
  }

  private static String withoutScheme(String address) {
    return address.replaceFirst("^https?://(www\\.)?", "").toLowerCase(Locale.ROOT);
  }

  private static String value(Map<String, String> source, String key) {
    return source.getOrDefault(key, "");
  }

  private static List<Map<String, String>> read() {
    try {
      String text = Files.readString(Path.of("config/feeds.yaml"));
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      Map<String, List<Map<String, String>>> file = yaml.load(text);
      return file.getOrDefault("feeds", List.of());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
