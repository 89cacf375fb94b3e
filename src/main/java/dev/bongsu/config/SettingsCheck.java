package dev.bongsu.config;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/// Compares the settings of all sources with the records that read them, before anything starts:
/// Boot itself passes over unknown names in the environment and over unknown groups.
public final class SettingsCheck implements EnvironmentPostProcessor, Ordered {
  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    List<SettingsGroup> groups = Settings.groups();
    List<String> problems =
        Stream.concat(
                new UnknownSettings(groups).in(environment).stream(),
                groups.stream().flatMap(group -> group.problemsIn(environment).stream()))
            .distinct()
            .toList();
    if (!problems.isEmpty()) {
      throw new BadSettings(problems);
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
