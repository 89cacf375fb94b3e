package dev.bongsu.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// A file of the folder `config`: the one where the bot is started, else that of the program's own
/// folder, else the copy in the jar.
final class ConfigFile {
  private static final Pattern YAML = Pattern.compile("\\.ya?ml$");

  /// The folder of the program, if it was started by its script.
  private static final String HOME = System.getProperty("app.home", "");

  private ConfigFile() {}

  /// Where a file or folder is, or where it would be if it is nowhere but in the jar.
  ///
  /// @param name with its folder, as in `config/topics`
  static Path find(String name) {
    Path here = Path.of(name);
    Path ofProgram = Path.of(HOME).resolve(name);
    return Files.notExists(here) && Files.exists(ofProgram) ? ofProgram : here;
  }

  /// Opens a file, read as UTF-8.
  ///
  /// @param name with its folder, as in `config/synonyms.txt`
  /// @throws IOException if it is in neither place, or cannot be read
  static Reader open(String name) throws IOException {
    Path file = find(name);
    if (Files.exists(file)) {
      return Files.newBufferedReader(file);
    }
    InputStream packed = ConfigFile.class.getClassLoader().getResourceAsStream(name);
    if (packed == null) {
      throw new FileNotFoundException(name + " does not exist");
    }
    return new InputStreamReader(packed, StandardCharsets.UTF_8);
  }

  /// Reads a file, or the YAML files of a folder in order of their names. A folder where the bot is
  /// started replaces the jar's: a file deleted from it is gone.
  ///
  /// @param name with its folder, as in `config/feeds`
  /// @return texts by name
  /// @throws IOException if there is no such file or no file in the folder, or one cannot be read
  static Map<String, String> readAll(String name) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    Path folder = find(name);
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{yaml,yml}")) {
        for (Path file : files) {
          texts.put(file.toString(), Files.readString(file));
        }
      }
    } else if (!Files.exists(folder) && !YAML.matcher(name).find()) {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:%s/*.yaml".formatted(name))) {
        texts.put(
            "%s/%s".formatted(name, file.getFilename()),
            file.getContentAsString(StandardCharsets.UTF_8));
      }
    } else {
      try (Reader file = open(name)) {
        texts.put(name, file.readAllAsString());
      }
    }
    if (texts.isEmpty()) {
      throw new FileNotFoundException(name + " does not exist or holds no YAML files");
    }
    return texts;
  }
}
