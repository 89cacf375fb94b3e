package dev.bongsu.config;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/// The settings that one record reads.
///
/// @param prefix as in `bongsu.feed`
record SettingsGroup(String prefix, Class<?> type) {

  static SettingsGroup of(Class<?> type) {
    ConfigurationProperties properties =
        Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class));
    return new SettingsGroup(properties.value(), type);
  }

  /// The full names, as in `bongsu.feed.min-interval`.
  List<String> names() {
    return Arrays.stream(type.getRecordComponents()).map(this::name).toList();
  }

  /// What is wrong with the values, one line each; empty if the record can be made.
  List<String> problemsIn(Environment environment) {
    Binder binder = Binder.get(environment);
    List<String> problems = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      malformed(binder, component).ifPresent(problems::add);
    }
    if (problems.isEmpty()) {
      refused(binder).ifPresent(problems::add);
    }
    return problems;
  }

  private Optional<String> malformed(Binder binder, RecordComponent component) {
    ResolvableType wanted = ResolvableType.forMethodReturnType(component.getAccessor());
    try {
      binder.bind(name(component), Bindable.of(wanted));
      return Optional.empty();
    } catch (BindException e) {
      return Optional.of(
          "%s: %s is not %s%s"
              .formatted(name(component), value(e), expected(component), origin(e.getProperty())));
    }
  }

  private Optional<String> refused(Binder binder) {
    try {
      binder.bindOrCreate(prefix, Bindable.of(type));
      return Optional.empty();
    } catch (BindException e) {
      return Optional.of(prefix + ": " + rootMessage(e));
    }
  }

  private String name(RecordComponent component) {
    String dashed = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return prefix + "." + dashed;
  }

  private static String value(BindException e) {
    ConfigurationProperty property = e.getProperty();
    return property == null ? "the value" : "'" + property.getValue() + "'";
  }

  private static String expected(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == Duration.class) {
      return "a duration such as 15m, 45s or 250ms";
    }
    if (type == DataSize.class) {
      return "a size such as 10MB or 512KB";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(" or ", "", ""));
    }
    return "of the type " + type.getSimpleName();
  }

  private static String origin(@Nullable ConfigurationProperty property) {
    return property == null || property.getOrigin() == null
        ? ""
        : " (" + property.getOrigin() + ")";
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
