package dev.bongsu.config;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/// Compares the settings of all sources with the records that read them, before anything starts:
/// Boot itself passes over unknown names in the environment and over unknown groups.
public final class SettingsCheck implements EnvironmentPostProcessor, Ordered {
  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    List<Setting> settings = Settings.all();
    boolean bot = application.getWebApplicationType() != WebApplicationType.NONE;
    List<String> problems =
        Stream.of(
                new UnknownSettings(settings).in(environment),
                settings.stream().flatMap(each -> each.problemIn(environment).stream()).toList(),
                bot ? StartFiles.problems(environment) : List.<String>of())
            .flatMap(List::stream)
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
