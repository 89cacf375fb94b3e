package dev.bongsu.query;

import dev.bongsu.query.ParsedQuery.Invalid;
import dev.bongsu.query.ParsedQuery.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// The result of reading a file of `config/topics`. Values are checked by hand: bound to records by
/// Jackson it took more code and stopped at the first problem.
///
/// @param topic null if it cannot be used
/// @param problems what is wrong with the file, one line each
public record TopicFile(@Nullable Topic topic, List<String> problems) {
  private static final int MAX_TERMS = 400;
  private static final int MIN_EXAMPLES = 3;
  private static final Set<String> KEYS =
      Set.of("name", "title", "covers", "query", "matches", "ignores");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public TopicFile {
    problems = List.copyOf(problems);
  }

  /// Reads the text of a file. Never throws, whatever the text.
  public static TopicFile read(String yaml) {
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      return root instanceof Map<?, ?> values
          ? new TopicBuilder(values).build()
          : invalid("must be keys with values: " + String.join(", ", KEYS));
    } catch (MarkedYAMLException e) {
      return invalid(
          "line %d is not YAML: %s".formatted(e.getProblemMark().getLine() + 1, e.getProblem()));
    } catch (YAMLException e) {
      return invalid("not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static TopicFile invalid(String problem) {
    return new TopicFile(null, List.of(problem));
  }

  private static final class TopicBuilder {
    private final Map<?, ?> values;
    private final List<String> problems = new ArrayList<>();

    TopicBuilder(Map<?, ?> values) {
      this.values = values;
    }

    TopicFile build() {
      for (Object key : values.keySet()) {
        if (!KEYS.contains(String.valueOf(key))) {
          problems.add("unknown key '%s'".formatted(key));
        }
      }
      String name = text(values, "name", "name");
      if (!name.isEmpty() && !NAME.matcher(name).matches()) {
        problems.add("name '%s': only a-z, 0-9 and hyphens between".formatted(name));
      }
      Topic.Bilingual title = bilingual("title");
      Topic.Bilingual covers = bilingual("covers");
      Query query = query(bilingual("query"));
      List<String> matching = headlines("matches");
      List<String> ignored = headlines("ignores");
      return query == null || !problems.isEmpty()
          ? new TopicFile(null, problems)
          : new TopicFile(new Topic(name, title, covers, query, matching, ignored), problems);
    }

    private String text(Map<?, ?> from, String key, String place) {
      Object value = from.get(key);
      // YAML 1.1 reads a bare `no` as false
      if (value == null || value instanceof Boolean || String.valueOf(value).isBlank()) {
        problems.add("'%s' is missing or not a text".formatted(place));
        return "";
      }
      return String.valueOf(value).strip();
    }

    private Topic.Bilingual bilingual(String key) {
      if (!(values.get(key) instanceof Map<?, ?> both)) {
        problems.add("'%s' needs a text under 'ko' and one under 'en'".formatted(key));
        return new Topic.Bilingual("", "");
      }
      return new Topic.Bilingual(text(both, "ko", key + ".ko"), text(both, "en", key + ".en"));
    }

    private @Nullable Query query(Topic.Bilingual texts) {
      Query korean = query("query.ko", texts.korean());
      Query english = query("query.en", texts.english());
      return korean == null || english == null
          ? null
          : QueryReader.joined(List.of(korean, english), Query.Or::new);
    }

    private @Nullable Query query(String place, String text) {
      if (text.isEmpty()) {
        return null;
      }
      return switch (QueryParser.read(text, Topics.none(), MAX_TERMS)) {
        case Valid(Query query) -> query;
        case Invalid(var problem, int position, var arguments, _) -> {
          String near = text.substring(Math.min(position, text.length()));
          problems.add(
              "%s: %s %s near '%s'"
                  .formatted(
                      place, problem, arguments, near.substring(0, Math.min(20, near.length()))));
          yield null;
        }
      };
    }

    private List<String> headlines(String key) {
      if (values.get(key) instanceof List<?> list && list.size() >= MIN_EXAMPLES) {
        return list.stream().map(String::valueOf).toList();
      }
      problems.add("'%s' needs a list of %d headlines or more".formatted(key, MIN_EXAMPLES));
      return List.of();
    }
  }
}
