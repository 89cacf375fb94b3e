package dev.bongsu.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// A file of the catalogue as it was read. Values are checked by hand, as those of topics are:
/// bound to records by Jackson, reading stops at the first problem.
///
/// @param enabled whether the file says that its pack is on by default; true if it says nothing
/// @param feeds the valid entries by their place, as in `ko-press.yaml: entry 2 (한겨레)`
/// @param problems one line each, with the file's name
record PackFile(boolean enabled, Map<String, CatalogueFeed> feeds, List<String> problems) {
  private static final Set<String> KEYS = Set.of("enabled", "feeds");

  /// Reads the text of a file. Never throws, whatever the text.
  static PackFile read(String file, String text) {
    Map<String, CatalogueFeed> feeds = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    boolean enabled = true;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      if (new Yaml(new SafeConstructor(options)).load(text) instanceof Map<?, ?> root
          && root.keySet().stream().map(String::valueOf).allMatch(KEYS::contains)
          && root.get("feeds") instanceof List<?> entries) {
        enabled = !Boolean.FALSE.equals(root.get("enabled"));
        addEntries(file, entries, feeds, problems);
      } else {
        problems.add("%s: must be a list under 'feeds:', and 'enabled:' at most".formatted(file));
      }
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark().getLine() + 1;
      problems.add("%s, line %d is not YAML: %s".formatted(file, line, firstLine(e.getProblem())));
    } catch (YAMLException e) {
      problems.add("%s is not YAML: %s".formatted(file, firstLine(e.getMessage())));
    }
    return new PackFile(enabled, feeds, problems);
  }

  private static void addEntries(
      String file, List<?> entries, Map<String, CatalogueFeed> feeds, List<String> problems) {
    for (int i = 0; i < entries.size(); i++) {
      String place = "%s: entry %d".formatted(file, i + 1);
      if (entries.get(i) instanceof Map<?, ?> values) {
        PackEntry entry = new PackEntry(place, values);
        entry.read().ifPresent(feed -> feeds.put(entry.place(), feed));
        problems.addAll(entry.problems());
      } else {
        problems.add("%s is not a group of keys".formatted(place));
      }
    }
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }
}
