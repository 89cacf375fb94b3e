package dev.bongsu.config;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/// What is wrong with the names and values of the settings.
///
/// @param lines one for each problem; empty if there is none
public record SettingsProblems(List<String> lines) {
  public SettingsProblems {
    lines = List.copyOf(lines);
  }

  /// Compares the settings of all sources with the records that read them.
  static SettingsProblems in(ConfigurableEnvironment environment) {
    List<Setting> settings = Settings.all();
    Stream<String> names = new UnknownSettings(settings).problemsIn(environment).stream();
    Stream<String> values = settings.stream().flatMap(each -> each.problemIn(environment).stream());
    return new SettingsProblems(Stream.concat(names, values).distinct().toList());
  }
}
