package dev.bongsu.summary;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the names of an article are introduced, and which sentences name somebody by half a name:
/// `Clark said` after `Anna Clark, the chief executive`, `김 대표는` after `김서윤 대표`.
final class NameIntroductions {
  /// Capitalised words in a row, as in `Ida van Moss` and `J. K. Rowling`.
  private static final Pattern CAPITALISED =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}’'-]+(?:\\s(?:\\p{Lu}\\.\\s?){0,2}"
              + "(?:(?:de|van|von|bin|bint|al|der|la|di|da|dos|del|ibn|el)\\s)?"
              + "\\p{Lu}[\\p{L}\\p{M}’'-]+)*");

  private static final Pattern LOWER_CASE = Pattern.compile("(?<![\\p{L}’'-])\\p{Ll}[\\p{L}]+");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
  private static final Pattern ARTICLE_BEFORE = Pattern.compile("(?i)(?:^|\\s)(?:the|an?)\\s$");

  /// Words that begin sentences and are no names.
  private static final Set<String> OPENERS =
      Stream.of(PackFile.SENTENCE_OPENERS, PackFile.STOP_WORDS, PackFile.CLAUSE_OPENERS)
          .flatMap(file -> LanguagePacks.entries(file, "en").stream())
          .map(word -> word.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  /// `김 대표는`, a family name of one syllable before a title.
  private static final Pattern KOREAN_HALF_NAME =
      Pattern.compile(
          "(?<![가-힣])([가-힣]) (?:[가-힣]{1,3} )?"
              + LanguagePacks.anyOf(PackFile.PERSON_TITLES)
              + "(?![가-힣]{3})");

  private static final int MAX_ARTICLE_LENGTH = 5;
  private static final int MIN_NAME_LENGTH = 3;

  private final List<String> sentences;
  private final String title;
  private final boolean korean;
  private final boolean latin;
  private final Set<String> commonWords = new HashSet<>();
  private final Map<Integer, List<List<String>>> names = new HashMap<>();
  private final Map<String, Set<Integer>> introductions = new HashMap<>();

  NameIntroductions(List<String> sentences, String title, String language) {
    this.sentences = sentences;
    this.title = title;
    this.korean = language.startsWith("ko");
    // German writes every noun with a capital.
    this.latin = !SentenceShape.isEastAsian(language) && !language.startsWith("de");
    if (latin) {
      sentences.forEach(this::addCommonWords);
      for (int i = 0; i < sentences.size(); i++) {
        introduce(i);
      }
    }
  }

  private void addCommonWords(String sentence) {
    Matcher word = LOWER_CASE.matcher(sentence);
    while (word.find()) {
      commonWords.add(word.group());
    }
  }

  /// For each half name in a sentence the positions of the sentences that say it in full; none if
  /// the title says it.
  List<Set<Integer>> needed(int position) {
    if (korean) {
      return neededInKorean(position);
    }
    return latin ? bareNames(position).stream().map(introductions::get).toList() : List.of();
  }

  /// Whether a sentence begins with a family name before a title; `이 대표는` is somebody called Lee
  /// rather than "this head".
  boolean startsWithHalfName(int position) {
    return korean && KOREAN_HALF_NAME.matcher(sentences.get(position)).lookingAt();
  }

  private void introduce(int position) {
    for (List<String> name : names.computeIfAbsent(position, i -> names(sentences.get(i)))) {
      if (name.size() > 1) {
        introductions.computeIfAbsent(name.getLast(), _ -> new TreeSet<>()).add(position);
      }
    }
  }

  /// The last names that stand alone in a sentence and are introduced before it.
  private Set<String> bareNames(int position) {
    Set<String> bare = new HashSet<>();
    Set<String> whole = new HashSet<>();
    for (List<String> name : names.computeIfAbsent(position, i -> names(sentences.get(i)))) {
      (name.size() > 1 ? whole : bare).add(name.getLast());
    }
    bare.removeAll(whole);
    bare.removeIf(name -> !isIntroducedBefore(name, position) || title.contains(name));
    return bare;
  }

  private boolean isIntroducedBefore(String name, int position) {
    Set<Integer> places = introductions.getOrDefault(name, Set.of());
    return !places.isEmpty() && ((TreeSet<Integer>) places).first() < position;
  }

  /// The names in a sentence, each as its words.
  private List<List<String>> names(String sentence) {
    List<List<String>> names = new ArrayList<>();
    Matcher found = CAPITALISED.matcher(sentence);
    while (found.find()) {
      int from = Math.max(0, found.start() - MAX_ARTICLE_LENGTH);
      if (ARTICLE_BEFORE.matcher(sentence.substring(from, found.start())).find()) {
        continue;
      }
      List<String> words =
          Arrays.stream(found.group().split("\\s"))
              .map(word -> POSSESSIVE.matcher(word).replaceFirst(""))
              .dropWhile(word -> OPENERS.contains(word.toLowerCase(Locale.ROOT)))
              .toList();
      if (!words.isEmpty() && isName(words.getLast())) {
        names.add(words);
      }
    }
    return names;
  }

  private boolean isName(String word) {
    return word.length() >= MIN_NAME_LENGTH
        && !word.equals(word.toUpperCase(Locale.ROOT))
        && !commonWords.contains(word.toLowerCase(Locale.ROOT))
        && !SentenceShape.mentionsNewsDay(word);
  }

  private List<Set<Integer>> neededInKorean(int position) {
    List<Set<Integer>> needed = new ArrayList<>();
    Matcher half = KOREAN_HALF_NAME.matcher(sentences.get(position));
    while (half.find()) {
      Set<Integer> places = introducing(half.group(1), half.group(), position);
      if (!places.isEmpty() && !places.contains(position)) {
        needed.add(places);
      }
    }
    return needed;
  }

  /// The sentences up to a position that say a name in full; none if the title says it.
  private Set<Integer> introducing(String family, String half, int position) {
    String titled = half.substring(half.lastIndexOf(' ') + 1);
    Pattern whole =
        Pattern.compile(
            "(?<![가-힣])("
                + family
                + "[가-힣]{1,3})(?:\\([^)]{1,20}\\))?\\s.{0,25}"
                + Pattern.quote(titled));
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i <= position; i++) {
      Matcher name = whole.matcher(sentences.get(i));
      if (name.find()) {
        places.add(i);
        if (title.contains(name.group(1))) {
          return Set.of();
        }
      }
    }
    return places;
  }
}
