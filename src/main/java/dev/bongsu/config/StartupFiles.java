package dev.bongsu.config;

import dev.bongsu.feed.FeedCatalogue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// The files without which the bot does not start.
final class StartupFiles {
  private static final String CATALOGUE = "bongsu.feed.catalogue";
  private static final String LOG_FILE = "logging.file.name";

  private StartupFiles() {}

  /// The problems with these files, one line each.
  static List<String> problems(Environment environment) {
    if (!Files.isDirectory(Path.of("").toAbsolutePath())) {
      // SQLite's driver needs the full name; LANG=C turns Korean in it into question marks
      return List.of("the locale cannot encode the name of this folder: set LC_ALL=C.UTF-8");
    }
    List<String> problems = new ArrayList<>();
    try {
      catalogue(environment.getProperty(CATALOGUE, ""));
    } catch (InvalidSettingsException e) {
      problems.addAll(e.problems());
    }
    String log = environment.getProperty(LOG_FILE);
    if (log != null && !isWritable(Path.of(log).toAbsolutePath().getParent())) {
      problems.add("%s: '%s' is not in a writable folder".formatted(LOG_FILE, log));
    }
    return problems;
  }

  /// Reads the catalogue of feeds.
  ///
  /// @param file blank for none
  /// @throws InvalidSettingsException if it is missing or invalid
  static FeedCatalogue catalogue(String file) {
    if (file.isBlank()) {
      return FeedCatalogue.empty();
    }
    try (Reader source = ConfigFile.open(file.strip())) {
      return FeedCatalogue.read(file.strip(), source);
    } catch (IOException e) {
      throw new InvalidSettingsException(CATALOGUE + ": " + FailureText.rootMessage(e));
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(FailureText.oneLine(e.getMessage()));
    }
  }

  private static boolean isWritable(@Nullable Path folder) {
    try {
      return folder != null && Files.isWritable(Files.createDirectories(folder));
    } catch (IOException _) {
      return false;
    }
  }
}
