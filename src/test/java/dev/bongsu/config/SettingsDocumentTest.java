package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `docs/settings.md` lists every setting, as the comments of the settings records describe it.
/// `-Dsettings=write` writes the document.
class SettingsDocumentTest {
  private static final Path DOCUMENT = Path.of("docs", "settings.md");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final String PARAM = "@param ";
  private static final String HEADING =
      """
      # Settings

      Set them in `config/application.yaml`, in the environment (`BONGSU_FEED_INTERVAL=5m`) or as arguments
      (`--bongsu.feed.interval=5m`). Durations: `250ms`, `45s`, `15m`, `30d`; sizes: `512KB`, `10MB`; times:
      `2026-11-24T09:30:00Z`. An unknown name or an invalid value stops the start with one line for each problem;
      `doctor` lists them too. The test `SettingsDocumentTest` writes this file from the comments of the settings records.
      """;

  @Test
  void theDocumentListsEverySetting() throws IOException {
    StringBuilder text = new StringBuilder(HEADING);
    Map<Class<?>, List<Setting>> groups =
        Settings.all().stream()
            .collect(
                Collectors.groupingBy(Setting::group, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<Class<?>, List<Setting>> group : groups.entrySet()) {
      text.append(section(description(group.getKey()), group.getValue()));
    }
    if ("write".equals(System.getProperty("settings"))) {
      Files.writeString(DOCUMENT, text);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(text.toString());
  }

  private static String section(List<String> description, List<Setting> settings) {
    String name = settings.getFirst().name();
    StringBuilder text = new StringBuilder();
    text.append("\n## `%s`\n\n".formatted(name.substring(0, name.lastIndexOf('.'))));
    text.append(description.getFirst()).append("\n\n");
    text.append("| Setting | Value | Default | Meaning |\n| --- | --- | --- | --- |\n");
    for (Setting setting : settings) {
      text.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  setting.name(),
                  valueOf(setting),
                  defaultOf(setting),
                  meaning(setting, description)));
    }
    return text.toString();
  }

  private static String valueOf(Setting setting) {
    return setting.isList()
        ? "a list, comma-separated"
        : setting
            .expectedFormat()
            .orElse("text")
            .replaceFirst(" such as .*", "")
            .replace('\'', '`');
  }

  private static String defaultOf(Setting setting) {
    DefaultValue value =
        Arrays.stream(setting.group().getDeclaredConstructors())
            .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
            .filter(parameter -> parameter.getName().equals(setting.component().getName()))
            .map(parameter -> parameter.getAnnotation(DefaultValue.class))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    String text = value == null ? "" : String.join(",", value.value());
    return text.isEmpty() ? "none" : "`" + text + "`";
  }

  private static String meaning(Setting setting, List<String> description) {
    String start = PARAM + setting.component().getName() + " ";
    String text =
        description.stream()
            .filter(paragraph -> paragraph.startsWith(start))
            .map(paragraph -> paragraph.substring(start.length()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no comment on " + setting.name()));
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1).replace("|", "\\|");
  }

  /// The paragraphs of a record's comment, one line each; those of components start with `@param`.
  private static List<String> description(Class<?> group) throws IOException {
    String source = Files.readString(SOURCES.resolve(group.getName().replace('.', '/') + ".java"));
    String comment =
        source
            .lines()
            .takeWhile(line -> !line.startsWith("@ConfigurationProperties"))
            .filter(line -> line.startsWith("///"))
            .map(line -> line.substring(3).strip())
            .map(line -> line.isEmpty() || line.startsWith(PARAM) ? "\n" + line : line)
            .collect(Collectors.joining(" "));
    return comment.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
