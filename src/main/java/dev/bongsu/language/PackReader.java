package dev.bongsu.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Reads the language packs: the files below `language/` on the class path, one folder a language.
final class PackReader {
  private static final String FILES = "classpath*:language/*/*.txt";

  private PackReader() {}

  /// The entries of each file by language; languages in alphabetical order.
  ///
  /// @throws IllegalStateException if a file has an unknown name or no entry
  static Map<String, Map<PackFile, List<String>>> read() {
    Map<String, Map<PackFile, List<String>>> packs = new TreeMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        String[] path = file.getURL().getPath().split("/");
        String language = path[path.length - 2];
        PackFile kind = kind(language, path[path.length - 1]);
        packs
            .computeIfAbsent(language, _ -> new EnumMap<>(PackFile.class))
            .put(kind, entries(language, kind, file.getContentAsString(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(packs);
  }

  static PackFile kind(String language, String fileName) {
    return Arrays.stream(PackFile.values())
        .filter(kind -> kind.fileName().equals(fileName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "language/%s/%s: unknown file".formatted(language, fileName)));
  }

  /// What a file lists, without blank lines and lines that begin with `#`.
  static List<String> entries(String language, PackFile kind, String text) {
    List<String> lines =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    List<String> entries =
        kind.form == PackFile.Form.WORDS
            ? lines.stream().flatMap(line -> Arrays.stream(line.split("\\s+"))).toList()
            : lines;
    if (entries.isEmpty()
        || (kind.form == PackFile.Form.PAIRS
            && entries.stream().anyMatch(e -> !e.matches(".+=.+")))) {
      throw new IllegalStateException(
          "language/%s/%s: no or wrong entries".formatted(language, kind.fileName()));
    }
    return entries;
  }
}
