package dev.bongsu.config;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/// Refuses a start with settings that cannot be used, before anything is opened: Boot itself
/// ignores unknown names in the environment and unknown groups. Only `doctor` starts with them, and
/// shows them.
public final class SettingsCheck implements EnvironmentPostProcessor, Ordered {
  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (application.getAllSources().contains(DoctorConfiguration.class)) {
      return;
    }
    boolean bot = application.getWebApplicationType() != WebApplicationType.NONE;
    List<String> problems =
        Stream.concat(
                SettingsProblems.in(environment).lines().stream(),
                bot ? StartupFiles.problems(environment).stream() : Stream.empty())
            .distinct()
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
