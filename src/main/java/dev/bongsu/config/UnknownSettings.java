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
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// Finds unknown settings.
///
/// A name has many spellings: `bongsu.http.host-gap`, `bongsu.http.hostGap`, `BONGSU_HTTP_HOSTGAP`,
/// `BONGSU_HTTP_HOST_GAP`. Names are compared in one normal form for each kind of source.
final class UnknownSettings {
  private static final String PREFIX = "bongsu.";
  private static final String VARIABLE_PREFIX = "BONGSU_";
  private static final int MAX_DISTANCE = 8;

  /// The preferred spelling of each setting, by its normal forms.
  private final Map<String, String> settings = new LinkedHashMap<>();

  private final Map<String, String> variables = new LinkedHashMap<>();

  UnknownSettings(Collection<Setting> known) {
    known.forEach(this::register);
  }

  private void register(Setting setting) {
    String name = setting.name();
    String variable = normalizedVariable(name.replace('.', '_'));
    settings.put(normalized(name), name);
    variables.put(variable.replace("-", ""), variable.replace('-', '_'));
    variables.put(variable.replace('-', '_'), variable.replace('-', '_'));
    if (setting.isList()) {
      settings.put(normalized(name + "[0]"), name);
      variables.put(variable.replace("-", "") + "_0", variable.replace('-', '_'));
      variables.put(variable.replace('-', '_') + "_0", variable.replace('-', '_'));
    }
  }

  /// One line for each unknown name.
  List<String> problemsIn(ConfigurableEnvironment environment) {
    List<String> problems = new ArrayList<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> names) {
        check(names, problems);
      }
    }
    return problems;
  }

  private void check(EnumerablePropertySource<?> source, List<String> problems) {
    for (String name : source.getPropertyNames()) {
      String uniform = normalized(name);
      String variable = normalizedVariable(name);
      if (uniform.startsWith(PREFIX)
          && !settings.containsKey(uniform)
          && !isEmptyGroup(uniform, source.getProperty(name))) {
        problems.add(problem(name, originOf(source, name), nearest(uniform, settings)));
      } else if (source instanceof SystemEnvironmentPropertySource
          && variable.startsWith(VARIABLE_PREFIX)
          && !variables.containsKey(variable)) {
        problems.add(problem(name, "environment", nearest(variable, variables)));
      }
    }
  }

  /// A group of a YAML file with nothing but comments in it.
  private boolean isEmptyGroup(String uniform, @Nullable Object value) {
    return String.valueOf(value).isEmpty()
        && settings.keySet().stream().anyMatch(known -> known.startsWith(uniform + "."));
  }

  private static String problem(String name, String place, String meant) {
    String suggestion = meant.isEmpty() ? "" : "; did you mean %s?".formatted(meant);
    return "unknown setting %s (%s)%s".formatted(name, place, suggestion);
  }

  private static String originOf(PropertySource<?> source, String name) {
    Origin origin = OriginLookup.getOrigin(source, name);
    return origin == null ? SettingOrigin.of(source) : SettingOrigin.of(origin);
  }

  /// The preferred spelling of the nearest known name; blank if none is near.
  private static String nearest(String uniform, Map<String, String> known) {
    LevenshteinDistance distance = new LevenshteinDistance(MAX_DISTANCE);
    return known.keySet().stream()
        .filter(candidate -> distance.apply(uniform, candidate) >= 0)
        .min(Comparator.comparingInt(candidate -> distance.apply(uniform, candidate)))
        .map(known::get)
        .orElse("");
  }

  private static String normalized(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\[\\d+]", "[]").replaceAll("[-_]", "");
  }

  private static String normalizedVariable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceFirst("_\\d+_?$", "_0");
  }
}
