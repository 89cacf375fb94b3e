package dev.bongsu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The texts as files: every language says everything, with the same blanks to fill in, and nothing
/// that is never said.
class MessageKeysTest {
  private static final Path FOLDER = Path.of("src/main/resources/messages");
  private static final Path CODE = Path.of("src/main/java");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

  @Test
  void everyLanguageHasEveryKeyAndItsArguments() throws IOException {
    Properties english = texts(FOLDER.resolve("messages.properties"));
    List<Path> others = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files.filter(file -> file.toString().contains("messages_")).forEach(others::add);
    }
    assertThat(others).isNotEmpty();
    for (Path file : others) {
      Properties other = texts(file);
      assertThat(other.stringPropertyNames())
          .as("%s", file)
          .isEqualTo(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(arguments(other.getProperty(key)))
            .as("%s in %s", key, file)
            .isEqualTo(arguments(english.getProperty(key)));
      }
    }
  }

  /// A key may be put together: then its beginning stands in the code.
  @Test
  void everyKeyIsUsed() throws IOException {
    String code = code();
    Set<String> unsaid = new TreeSet<>();
    for (String key : texts(FOLDER.resolve("messages.properties")).stringPropertyNames()) {
      boolean whole = code.contains('"' + key + '"');
      boolean begun = code.contains('"' + key.substring(0, key.lastIndexOf('.') + 1) + '"');
      if (!whole && (!begun || !key.contains(".")) && !code.contains("\"" + first(key) + ".\"")) {
        unsaid.add(key);
      }
    }
    assertThat(unsaid).isEmpty();
  }

  private static String first(String key) {
    return key.replaceFirst("\\..*", "");
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties texts(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }

  private static String code() throws IOException {
    try (Stream<Path> files = Files.walk(CODE)) {
      StringBuilder code = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        code.append(Files.readString(file));
      }
      return code.toString();
    }
  }
}
