package dev.bongsu.config;

import dev.bongsu.storage.InstanceLock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.config.ConfigDataNotFoundException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.YAMLException;

/// The reason why the bot or a command did not start, as text.
///
/// @param lines one for each problem
/// @param exitStatus 2 if the operator can fix the cause in the settings or on the machine, else 1
public record StartupFailure(List<String> lines, int exitStatus) {
  private static final Logger LOG = LoggerFactory.getLogger(StartupFailure.class);
  private static final int FIXABLE = 2;
  private static final int UNEXPECTED = 1;

  public StartupFailure {
    lines = lines.stream().map(FailureText::oneLine).toList();
  }

  /// Describes an exception that ended the start.
  public static StartupFailure of(Throwable failure) {
    return FailureText.causes(failure)
        .map(StartupFailure::knownMessages)
        .flatMap(Optional::stream)
        .findFirst()
        .map(lines -> new StartupFailure(lines, FIXABLE))
        .orElseGet(() -> unexpectedFailure(failure));
  }

  private static StartupFailure unexpectedFailure(Throwable failure) {
    LOG.info("The program ended", failure);
    return new StartupFailure(List.of(unexpectedMessage(failure)), UNEXPECTED);
  }

  private static Optional<List<String>> knownMessages(Throwable cause) {
    return switch (cause) {
      case InvalidSettingsException settings -> Optional.of(settings.problems());
      case DatabaseUnavailableException database ->
          Optional.of(List.of(String.valueOf(database.getMessage())));
      case InstanceLock.AlreadyRunningException lock ->
          Optional.of(List.of(String.valueOf(lock.getMessage())));
      case PortInUseException port ->
          Optional.of(
              List.of(
                  "port %d is in use: end the program that has it, or set SERVER_PORT"
                      .formatted(port.getPort())));
      case BindException bind -> Optional.of(List.of(bindMessage(bind)));
      case YAMLException yaml -> Optional.of(List.of(YamlErrors.message(yaml)));
      case ConfigDataNotFoundException file ->
          Optional.of(List.of(String.valueOf(file.getMessage())));
      case java.net.BindException address ->
          Optional.of(List.of("server.address: " + address.getMessage()));
      default -> Optional.empty();
    };
  }

  private static String bindMessage(BindException e) {
    ConfigurationProperty property = e.getProperty();
    return property == null
        ? "%s: %s".formatted(e.getName(), FailureText.rootMessage(e))
        : "%s: '%s' cannot be used (%s)"
            .formatted(e.getName(), property.getValue(), SettingOrigin.of(property.getOrigin()));
  }

  private static String unexpectedMessage(Throwable failure) {
    String message = FailureText.root(failure).getMessage();
    return message == null || message.isBlank()
        ? "could not start: an error of Bongsu itself; the log has it"
        : "could not start: " + FailureText.oneLine(message);
  }
}
