package dev.bongsu.config;

import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/// One setting: a component of a record that is bound to a prefix.
record Setting(Class<?> group, RecordComponent component) {
  private static final Map<Class<?>, String> EXPECTED_FORMATS =
      Map.of(
          Duration.class, "a duration such as 15m, 45s or 250ms",
          Instant.class, "a time such as 2026-11-24T09:30:00Z",
          DataSize.class, "a size such as 10MB or 512KB",
          boolean.class, "true or false",
          Boolean.class, "true or false",
          int.class, "a whole number",
          InetAddress.class, "an address such as 127.0.0.1");

  /// All settings of a record.
  static Stream<Setting> of(Class<?> group) {
    return Arrays.stream(group.getRecordComponents()).map(each -> new Setting(group, each));
  }

  /// As in `bongsu.feed.min-interval`.
  String name() {
    return prefix() + "." + shortName();
  }

  boolean isList() {
    return component.getType() == List.class;
  }

  /// Whether the record of this setting can be bound with all settings.
  private boolean canBindGroup(Environment environment) {
    try {
      Binder.get(environment).bindOrCreate(prefix(), Bindable.of(group));
      return true;
    } catch (BindException _) {
      return false;
    }
  }

  /// The problem of its value, in one line. The record is bound with this setting alone, so that
  /// each invalid setting of a record is found and not only the first. If the record can be bound
  /// with all settings, none of them has a problem.
  Optional<String> problemIn(Environment environment) {
    if (canBindGroup(environment)) {
      return Optional.empty();
    }
    List<ConfigurationPropertySource> sources = ownSources(environment);
    try {
      new Binder(sources, new PropertySourcesPlaceholdersResolver(environment))
          .bindOrCreate(prefix(), Bindable.of(group));
      return Optional.empty();
    } catch (BindException e) {
      ConfigurationProperty property =
          e.getProperty() == null ? findProperty(sources) : e.getProperty();
      String problem =
          e.getName().toString().equals(prefix()) ? constraintMessage(e) : formatMessage();
      return Optional.of(problem + valueSuffix(property) + originSuffix(property));
    }
  }

  private String prefix() {
    return Objects.requireNonNull(group.getAnnotation(ConfigurationProperties.class)).value();
  }

  private String shortName() {
    return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private List<ConfigurationPropertySource> ownSources(Environment environment) {
    ConfigurationPropertyName own = ConfigurationPropertyName.of(name());
    return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
        .map(source -> source.filter(name -> own.equals(name) || own.isAncestorOf(name)))
        .toList();
  }

  private @Nullable ConfigurationProperty findProperty(List<ConfigurationPropertySource> sources) {
    ConfigurationPropertyName own = ConfigurationPropertyName.of(name());
    return sources.stream()
        .flatMap(source -> Stream.of(own, own.append("[0]")).map(source::getConfigurationProperty))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// The record's message; it begins with the setting's short name, or the name is added.
  private String constraintMessage(BindException e) {
    String words = FailureText.rootMessage(e);
    return words.startsWith(shortName() + " ")
        ? prefix() + "." + words
        : name() + ": " + words.replaceFirst("^" + shortName() + ": ", "");
  }

  private String formatMessage() {
    return "%s must be %s".formatted(name(), expectedFormat().orElse("something else"));
  }

  /// The value, unless its type may hold a secret.
  private String valueSuffix(@Nullable ConfigurationProperty property) {
    return property == null || expectedFormat().isEmpty()
        ? ""
        : ", not '%s'".formatted(property.getValue());
  }

  private static String originSuffix(@Nullable ConfigurationProperty property) {
    return property == null ? "" : " (%s)".formatted(SettingOrigin.of(property.getOrigin()));
  }

  /// The expected format in words; empty if any text is accepted.
  Optional<String> expectedFormat() {
    Class<?> type = component.getType();
    return type.isEnum()
        ? Optional.of(oneOf(type.getEnumConstants()))
        : Optional.ofNullable(EXPECTED_FORMATS.get(type));
  }

  private static String oneOf(Object[] constants) {
    return Arrays.stream(constants)
        .map(constant -> "'" + constant.toString().toLowerCase(Locale.ROOT) + "'")
        .collect(Collectors.joining(" or "));
  }
}
