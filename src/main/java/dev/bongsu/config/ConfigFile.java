package dev.bongsu.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file of the folder `config`: the one where the bot is started, else that of the program's own
/// folder, else the copy in the jar.
final class ConfigFile {
  /// The folder of the program, if it was started by its script.
  private static final String HOME = System.getProperty("app.home", "");

  private ConfigFile() {}

  /// Opens a file, read as UTF-8.
  ///
  /// @param name with its folder, as in `config/feeds.yaml`
  /// @throws IOException if it is in neither place, or cannot be read
  static Reader open(String name) throws IOException {
    for (Path file : List.of(Path.of(name), Path.of(HOME).resolve(name))) {
      if (Files.exists(file)) {
        return Files.newBufferedReader(file);
      }
    }
    InputStream packed = ConfigFile.class.getClassLoader().getResourceAsStream(name);
    if (packed == null) {
      throw new FileNotFoundException(name + " does not exist");
    }
    return new InputStreamReader(packed, StandardCharsets.UTF_8);
  }
}
