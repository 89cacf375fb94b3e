package dev.bongsu.config;

import dev.bongsu.feed.FeedCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// The files without which the bot does not start.
final class StartupFiles {
  private static final String CATALOGUE = "bongsu.feed.catalogue";
  private static final String PACKS = "bongsu.feed.packs";
  private static final List<String> DEFAULT_PACKS = List.of("default");
  private static final String LOG_FILE = "logging.file.name";

  private StartupFiles() {}

  /// The problems with these files, one line each.
  static List<String> problems(Environment environment) {
    if (!Files.isDirectory(Path.of("").toAbsolutePath())) {
      // SQLite's driver needs the full name; LANG=C turns Korean in it into question marks
      return List.of("the locale cannot encode the name of this folder: set LC_ALL=C.UTF-8");
    }
    List<String> problems = new ArrayList<>();
    List<String> packs =
        Binder.get(environment).bind(PACKS, Bindable.listOf(String.class)).orElse(DEFAULT_PACKS);
    problems.addAll(catalogue(environment.getProperty(CATALOGUE, ""), packs).problems());
    String log = environment.getProperty(LOG_FILE);
    if (log != null && !isWritable(Path.of(log).toAbsolutePath().getParent())) {
      problems.add("%s: '%s' is not in a writable folder".formatted(LOG_FILE, log));
    }
    return problems;
  }

  /// Reads the catalogue of feeds; what is wrong with it is in its problems.
  ///
  /// @param place a folder or a file; blank for none
  /// @param packs that are on
  static FeedCatalogue catalogue(String place, List<String> packs) {
    if (place.isBlank()) {
      return FeedCatalogue.empty();
    }
    try {
      return FeedCatalogue.read(ConfigFile.readAll(place.strip()), packs);
    } catch (IOException e) {
      return FeedCatalogue.unreadable(CATALOGUE + ": " + FailureText.rootMessage(e));
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
