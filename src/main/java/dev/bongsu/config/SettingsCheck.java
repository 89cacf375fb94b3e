package dev.bongsu.config;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/// Compares the settings of all sources with the records that read them, before anything starts:
/// Boot itself passes over unknown names in the environment and over unknown groups. Only `doctor`
/// starts all the same, and shows them.
public final class SettingsCheck implements EnvironmentPostProcessor, Ordered {
  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (application.getAllSources().contains(Launcher.DoctorConfiguration.class)) {
      return;
    }
    boolean bot = application.getWebApplicationType() != WebApplicationType.NONE;
    List<String> problems =
        Stream.concat(
                problems(environment).stream(),
                bot ? StartupFiles.problems(environment).stream() : Stream.empty())
            .distinct()
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
  }

  /// What is wrong with names and values, one line each.
  static List<String> problems(ConfigurableEnvironment environment) {
    List<Setting> settings = Settings.all();
    return Stream.of(
            new UnknownSettings(settings).problemsIn(environment),
            settings.stream().flatMap(each -> each.problemIn(environment).stream()).toList())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
