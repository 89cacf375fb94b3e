package dev.bongsu.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// Describes a YAML error in a settings file. Boot does not name the file, so this class searches
/// for it.
final class YamlErrors {
  private static final List<Path> FOLDERS = List.of(Path.of("config"), Path.of(""));

  private YamlErrors() {}

  static String message(YAMLException trouble) {
    String file =
        FOLDERS.stream()
            .map(YamlErrors::findInvalidFile)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("a settings file");
    Mark mark = trouble instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
    String place = mark == null ? file : "%s, line %d".formatted(file, mark.getLine() + 1);
    String problem =
        trouble instanceof MarkedYAMLException marked ? marked.getProblem() : trouble.getMessage();
    return "%s is not YAML: %s".formatted(place, FailureText.oneLine(problem));
  }

  /// The name of a settings file that cannot be read; blank if there is none.
  private static String findInvalidFile(Path folder) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "application*.{yaml,yml}")) {
      for (Path file : files) {
        if (!isYaml(file)) {
          return file.toString();
        }
      }
      return "";
    } catch (IOException _) {
      return "";
    }
  }

  private static boolean isYaml(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(reader).forEach(_ -> {});
      return true;
    } catch (YAMLException _) {
      return false;
    }
  }
}
