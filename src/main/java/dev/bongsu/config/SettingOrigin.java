package dev.bongsu.config;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/// Describes where a setting comes from.
final class SettingOrigin {
  private SettingOrigin() {}

  static String of(@Nullable Origin origin) {
    return switch (origin) {
      case null -> "place unknown";
      case TextResourceOrigin text -> of(text);
      case SystemEnvironmentOrigin variable -> "environment: " + variable.getProperty();
      case PropertySourceOrigin source when source.getOrigin() != null -> of(source.getOrigin());
      case PropertySourceOrigin source
          when source.getPropertySource() instanceof SystemEnvironmentPropertySource ->
          "environment: " + source.getPropertyName();
      case PropertySourceOrigin source -> of(source.getPropertySource());
      default -> origin.toString();
    };
  }

  static String of(PropertySource<?> source) {
    return source instanceof CommandLinePropertySource<?> ? "argument" : source.getName();
  }

  private static String of(TextResourceOrigin text) {
    String file = text.getResource() == null ? "a file" : file(text.getResource());
    TextResourceOrigin.Location location = text.getLocation();
    return location == null ? file : "%s, line %d".formatted(file, location.getLine() + 1);
  }

  /// Without the wrapping of a description such as `URL [file:config/application.yaml]`.
  private static String file(Resource resource) {
    String name = resource.getDescription().replaceFirst("^.*\\[(?:file:)?(.*)]$", "$1");
    return resource instanceof ClassPathResource ? name + " of the jar" : name;
  }
}
