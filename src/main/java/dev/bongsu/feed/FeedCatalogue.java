package dev.bongsu.feed;

import dev.bongsu.http.WebAddress;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// The catalogue: a file beside the jar, or the copy inside the jar.
public final class FeedCatalogue {
  private static final Set<String> KEYS =
      Set.of("name", "language", "category", "address", "interval", "headers");

  private static final Duration MIN_INTERVAL = Duration.ofMinutes(1);

  private final String file;
  private final List<CatalogueFeed> feeds;

  private FeedCatalogue(String file, List<CatalogueFeed> feeds) {
    this.file = file;
    this.feeds = feeds;
  }

  /// Reads a catalogue.
  ///
  /// @param file its name, for errors
  /// @throws IllegalArgumentException if it is invalid: one line that names file and entry
  /// @throws IOException if it cannot be read
  public static FeedCatalogue read(String file, Reader source) throws IOException {
    return new FeedCatalogue(file, parse(file, source.readAllAsString()));
  }

  /// A catalogue of no feeds.
  public static FeedCatalogue empty() {
    return new FeedCatalogue("", List.of());
  }

  /// Updates the table of feeds. An empty catalogue is valid too.
  public void sync(FeedStore store) {
    store.syncCatalogue(feeds);
  }

  public int size() {
    return feeds.size();
  }

  @Override
  public String toString() {
    return "%d feeds of %s".formatted(feeds.size(), file.isEmpty() ? "no catalogue" : file);
  }

  private static List<CatalogueFeed> parse(String file, String text) {
    List<CatalogueFeed> feeds = new ArrayList<>();
    Set<URI> addresses = new HashSet<>();
    for (Object entry : entries(file, text)) {
      String place = "%s: entry %d".formatted(file, feeds.size() + 1);
      CatalogueFeed feed = feed(place, entry);
      if (!addresses.add(feed.address())) {
        throw new IllegalArgumentException(
            "%s (%s): its address was named before".formatted(place, feed.name()));
      }
      feeds.add(feed);
    }
    return List.copyOf(feeds);
  }

  private static List<?> entries(String file, String text) {
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      if (root instanceof Map<?, ?> map && map.get("feeds") instanceof List<?> list) {
        return list;
      }
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark().getLine() + 1;
      throw new IllegalArgumentException(
          "%s, line %d is not YAML: %s".formatted(file, line, e.getProblem()), e);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(
          "%s is not YAML: %s"
              .formatted(file, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
    throw new IllegalArgumentException("%s: must be a list under 'feeds:'".formatted(file));
  }

  private static CatalogueFeed feed(String place, Object entry) {
    if (!(entry instanceof Map<?, ?> values)) {
      throw new IllegalArgumentException("%s is not a group of keys".formatted(place));
    }
    String named = "%s (%s)".formatted(place, values.get("name"));
    for (Object key : values.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw new IllegalArgumentException("%s: unknown key '%s'".formatted(named, key));
      }
    }
    String address = value(named, values, "address");
    return new CatalogueFeed(
        value(named, values, "name"),
        value(named, values, "language"),
        value(named, values, "category"),
        WebAddress.of(address)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: '%s' is not a web address".formatted(named, address))),
        headers(named, values.get("headers")),
        interval(named, values));
  }

  private static FeedHeaders headers(String place, @Nullable Object written) {
    if (written == null) {
      return FeedHeaders.NONE;
    }
    if (!(written instanceof Map<?, ?> values)) {
      throw new IllegalArgumentException("%s: headers are no group of names".formatted(place));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    values.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
    try {
      return new FeedHeaders(headers);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s".formatted(place, e.getMessage()), e);
    }
  }

  private static @Nullable Duration interval(String place, Map<?, ?> values) {
    if (!values.containsKey("interval")) {
      return null;
    }
    String written = value(place, values, "interval");
    try {
      Duration interval = DurationStyle.detectAndParse(written);
      if (interval.compareTo(MIN_INTERVAL) >= 0) {
        return interval;
      }
    } catch (IllegalArgumentException _) {
      // reported below
    }
    throw new IllegalArgumentException(
        "%s: interval '%s' is not a time of at least a minute, as in 30m"
            .formatted(place, written));
  }

  private static String value(String place, Map<?, ?> values, String key) {
    Object value = values.get(key);
    // YAML 1.1 reads a bare `no` (Norwegian) as false
    if (value == null || String.valueOf(value).isBlank() || value instanceof Boolean) {
      throw new IllegalArgumentException("%s: '%s' is missing or no text".formatted(place, key));
    }
    return String.valueOf(value).strip();
  }
}
