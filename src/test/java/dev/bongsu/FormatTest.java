package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file is as google-java-format writes it, its imports in order. To apply the format:
/// `mvn -B test -Dtest=FormatTest -Dformat=apply`.
class FormatTest {

  @Test
  void sourcesAreFormatted() throws Exception {
    boolean apply = "apply".equals(System.getProperty("format"));
    for (Path source : sources()) {
      String text = Files.readString(source);
      String formatted = format(source, text);
      if (apply && !formatted.equals(text)) {
        Files.writeString(source, formatted);
      } else {
        assertThat(text).as("%s, formatted", source).isEqualTo(formatted);
      }
    }
  }

  private static String format(Path source, String text) {
    try {
      return new Formatter().formatSourceAndFixImports(text);
    } catch (FormatterException e) {
      throw new AssertionError(source + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
