package dev.bongsu.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of the folder `config`: the one where the bot is started, else the copy in the jar.
final class ConfigFile {
  private ConfigFile() {}

  /// Opens a file, read as UTF-8.
  ///
  /// @param name with its folder, as in `config/feeds.yaml`
  /// @throws IOException if it is in neither place, or cannot be read
  static Reader open(String name) throws IOException {
    Path file = Path.of(name);
    if (Files.exists(file)) {
      return Files.newBufferedReader(file);
    }
    InputStream packed = ConfigFile.class.getClassLoader().getResourceAsStream(name);
    if (packed == null) {
      throw new FileNotFoundException(name + " does not exist");
    }
    return new InputStreamReader(packed, StandardCharsets.UTF_8);
  }
}
