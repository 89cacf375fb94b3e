package dev.bongsu.feed;

import dev.bongsu.feed.CatalogueFeed.DisabledReason;
import dev.bongsu.http.WebAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/// Reads an entry of a [PackFile].
final class PackEntry {
  private static final Set<String> KEYS =
      Set.of("name", "language", "category", "address", "interval", "headers", "disabled");
  private static final List<String> CATEGORIES =
      List.of("security", "diplomacy", "technology", "policy", "news");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");
  private static final Pattern PRINTABLE = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Duration MIN_INTERVAL = Duration.ofMinutes(1);
  private static final int MAX_NAME_LENGTH = 80;
  private static final int MAX_PROBLEM_LENGTH = 300;

  private final String place;
  private final Map<?, ?> values;
  private final List<String> problems = new ArrayList<>();

  /// @param place for problems, as in `ko-press.yaml: entry 2`; the name is added
  PackEntry(String place, Map<?, ?> values) {
    this.values = values;
    this.place =
        values.get("name") instanceof String name && !UNPRINTABLE.matcher(name).find()
            ? "%s (%s)".formatted(place, name)
            : place;
  }

  String place() {
    return place;
  }

  /// One line each.
  List<String> problems() {
    return List.copyOf(problems);
  }

  /// The source; empty if there are problems.
  Optional<CatalogueFeed> read() {
    for (Object key : values.keySet()) {
      if (!(key instanceof String name && KEYS.contains(name))) {
        problem("unknown key '%s'".formatted(key instanceof String name ? name : "…"));
      }
    }
    String name = name();
    String language = language();
    String category = text("category");
    if (!category.isEmpty() && !CATEGORIES.contains(category)) {
      problem("category '%s' is none of %s".formatted(category, String.join(", ", CATEGORIES)));
    }
    URI address = address();
    FeedHeaders headers = headers();
    Duration interval = interval();
    DisabledReason disabled = disabled();
    return address != null && problems.isEmpty()
        ? Optional.of(
            new CatalogueFeed(name, language, category, address, headers, interval, disabled))
        : Optional.empty();
  }

  private String name() {
    String name = text("name");
    if (name.length() > MAX_NAME_LENGTH
        || UNPRINTABLE.matcher(name).find()
        || (!name.isEmpty() && !PRINTABLE.matcher(name).find())) {
      problem("'name' must be one line of at most %d characters".formatted(MAX_NAME_LENGTH));
    }
    return name;
  }

  /// `jp` and `korean` are well-formed, and no languages.
  private String language() {
    String written = text("language");
    if (written.isEmpty()) {
      return written;
    }
    try {
      Locale language = new Locale.Builder().setLanguageTag(written).build();
      String code = language.getLanguage();
      if (LANGUAGES.contains(code) || code.length() == 3) {
        return language.toLanguageTag();
      }
    } catch (IllformedLocaleException _) {
      // reported below
    }
    problem("language '%s' is not a language tag, as in ko or en-GB".formatted(written));
    return written;
  }

  private @Nullable URI address() {
    String written = text("address");
    URI address = WebAddress.of(written).orElse(null);
    if (address == null && !written.isEmpty()) {
      problem("'%s' is not a web address".formatted(written));
    }
    return address;
  }

  private FeedHeaders headers() {
    Object written = values.get("headers");
    Map<String, String> headers = new LinkedHashMap<>();
    if (written instanceof Map<?, ?> names) {
      names.forEach((name, value) -> headers.put(scalar(name), scalar(value)));
    } else if (written != null) {
      problem("headers are no group of names");
    }
    try {
      return new FeedHeaders(headers);
    } catch (IllegalArgumentException e) {
      problem(String.valueOf(e.getMessage()));
      return FeedHeaders.NONE;
    }
  }

  private @Nullable Duration interval() {
    if (!values.containsKey("interval")) {
      return null;
    }
    String written = text("interval");
    try {
      Duration interval = DurationStyle.detectAndParse(written);
      if (interval.compareTo(MIN_INTERVAL) >= 0) {
        return interval;
      }
    } catch (IllegalArgumentException _) {
      // reported below
    }
    problem("interval '%s' is not a time of at least a minute, as in 30m".formatted(written));
    return null;
  }

  private @Nullable DisabledReason disabled() {
    if (!values.containsKey("disabled")) {
      return null;
    }
    String written = text("disabled");
    List<String> reasons =
        Arrays.stream(DisabledReason.values())
            .map(reason -> reason.name().toLowerCase(Locale.ROOT))
            .toList();
    if (reasons.contains(written)) {
      return DisabledReason.valueOf(written.toUpperCase(Locale.ROOT));
    }
    problem("disabled '%s' is none of %s".formatted(written, String.join(", ", reasons)));
    return null;
  }

  /// The value of a key; blank, with a problem, if it is missing or no text.
  private String text(String key) {
    String value = scalar(values.get(key)).strip();
    if (value.isEmpty()) {
      problem("'%s' is missing or no text".formatted(key));
    }
    return value;
  }

  /// Blank for anything but a text or number: YAML 1.1 reads a bare `no` (Norwegian) as false, and
  /// a list may hold itself.
  private static String scalar(@Nullable Object value) {
    return value instanceof String || value instanceof Number ? String.valueOf(value) : "";
  }

  /// Values may be of any length and of several lines.
  private void problem(String text) {
    String line = UNPRINTABLE.matcher(text).replaceAll(" ");
    problems.add(place + ": " + line.substring(0, Math.min(line.length(), MAX_PROBLEM_LENGTH)));
  }
}
