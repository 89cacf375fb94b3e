package dev.bongsu.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is known about single languages: words, phrases and names, read once from the folders
/// `language/ko`, `language/en` and so on.
///
/// A text rarely says its language before it is read, so the entries of all languages are looked
/// for at once. Immutable.
public final class LanguagePacks {
  private static final Map<String, Map<PackFile, List<String>>> PACKS = PackReader.read();

  private LanguagePacks() {}

  /// The codes of the languages that have a pack, in alphabetical order.
  public static Set<String> languages() {
    return PACKS.keySet();
  }

  /// The entries of one language in the order of its file; empty if it has no such file.
  public static List<String> entries(PackFile file, String language) {
    return PACKS.getOrDefault(language, Map.of()).getOrDefault(file, List.of());
  }

  /// The entries of all languages, each once.
  public static Set<String> entries(PackFile file) {
    return stream(file).collect(Collectors.toUnmodifiableSet());
  }

  /// A regular expression without groups to refer to that matches each entry of all languages; of
  /// pairs, the names.
  public static String anyOf(PackFile file) {
    return anyOf(file, stream(file));
  }

  private static String anyOf(PackFile file, Stream<String> entries) {
    String all =
        entries
            .map(
                entry ->
                    switch (file.form) {
                      case WORDS, PHRASES -> Pattern.quote(entry);
                      case PAIRS -> Pattern.quote(nameOf(entry));
                      case LINES, ANY_CASE_LINES -> entry;
                    })
            .collect(Collectors.joining("|"));
    return (file.form == PackFile.Form.ANY_CASE_LINES ? "(?iu:" : "(?:") + all + ")";
  }

  /// What matches an entry of one language anywhere in a text: quicker than [#pattern] where the
  /// language is known.
  public static Pattern pattern(PackFile file, String language) {
    return Pattern.compile(anyOf(file, entries(file, language).stream()));
  }

  /// [#anyOf], to be found anywhere in a text.
  public static Pattern pattern(PackFile file) {
    return Pattern.compile(anyOf(file));
  }

  /// The pairs of all languages.
  public static Map<String, String> pairs(PackFile file) {
    return stream(file)
        .collect(
            Collectors.toMap(
                LanguagePacks::nameOf,
                LanguagePacks::valueOf,
                (one, _) -> one,
                LinkedHashMap::new));
  }

  /// The values that a language gives for a name.
  public static List<String> values(PackFile file, String language, String name) {
    return entries(file, language).stream()
        .filter(entry -> nameOf(entry).equals(name))
        .map(LanguagePacks::valueOf)
        .toList();
  }

  private static Stream<String> stream(PackFile file) {
    return PACKS.values().stream().flatMap(pack -> pack.getOrDefault(file, List.of()).stream());
  }

  private static String nameOf(String pair) {
    return pair.substring(0, pair.indexOf('='));
  }

  private static String valueOf(String pair) {
    return pair.substring(pair.indexOf('=') + 1);
  }
}
