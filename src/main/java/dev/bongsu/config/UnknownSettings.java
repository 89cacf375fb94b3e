package dev.bongsu.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// Finds names of settings that nothing reads.
final class UnknownSettings {
  private static final String GROUP = "bongsu.";
  private static final String VARIABLES = "BONGSU_";
  private static final int SIMILAR = 8;

  /// How a name is written in settings, by the name with all its freedoms taken out.
  private final Map<String, String> settings = new LinkedHashMap<>();

  private final Map<String, String> variables = new LinkedHashMap<>();

  UnknownSettings(Collection<SettingsGroup> groups) {
    for (SettingsGroup group : groups) {
      for (String name : group.names()) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
        settings.put(uniform(name), name);
        variables.put(variable.replace('-', '_'), name);
        variables.put(variable.replace("-", ""), name);
      }
    }
  }

  /// One line for each unknown name.
  List<String> in(ConfigurableEnvironment environment) {
    List<String> problems = new ArrayList<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> names) {
        check(names, problems);
      }
    }
    return problems;
  }

  private void check(EnumerablePropertySource<?> source, List<String> problems) {
    boolean isEnvironment = source instanceof SystemEnvironmentPropertySource;
    for (String name : source.getPropertyNames()) {
      if (isEnvironment) {
        checkVariable(name, problems);
      } else if (uniform(name).startsWith(GROUP) && !settings.containsKey(uniform(name))) {
        String meant = nearest(uniform(name), settings.keySet());
        problems.add(
            "unknown setting %s (%s)%s"
                .formatted(name, place(source, name), suggestion(settings.get(meant))));
      }
    }
  }

  private void checkVariable(String name, List<String> problems) {
    String plain = name.toUpperCase(Locale.ROOT).replaceFirst("_\\d+_?$", "");
    if (plain.startsWith(VARIABLES) && !variables.containsKey(plain)) {
      String meant = nearest(plain, variables.keySet());
      problems.add("unknown setting %s (environment)%s".formatted(name, suggestion(meant)));
    }
  }

  private static String suggestion(@Nullable String meant) {
    return meant == null || meant.isEmpty() ? "" : "; did you mean " + meant + "?";
  }

  private static String place(PropertySource<?> source, String name) {
    if (source instanceof CommandLinePropertySource<?>) {
      return "argument";
    }
    Origin origin = OriginLookup.getOrigin(source, name);
    return origin == null ? source.getName() : origin.toString();
  }

  /// The nearest known name; blank if none is near.
  private static String nearest(String name, Collection<String> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .filter(candidate -> distance.apply(name, candidate) <= SIMILAR)
        .min(Comparator.comparingInt(candidate -> distance.apply(name, candidate)))
        .orElse("");
  }

  /// `bongsu.http.allow[0]` and `bongsu.http.Allow` are `bongsu.http.allow`.
  private static String uniform(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\[\\d+]", "").replaceAll("[-_]", "");
  }
}
