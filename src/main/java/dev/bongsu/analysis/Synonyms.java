package dev.bongsu.analysis;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Words that mean the same: one group a line, with commas between. A query for one word of a group
/// finds all of them. A line of one expression with a blank inside says that its words belong
/// together. `#` starts a comment.
///
/// @param groups each word with the others of its group, not empty
/// @param problems bad lines; the others count all the same
public record Synonyms(Map<String, List<String>> groups, List<LineProblem> problems) {

  public Synonyms {
    groups = Map.copyOf(groups);
    problems = List.copyOf(problems);
  }

  public static Synonyms empty() {
    return new Synonyms(Map.of(), List.of());
  }

  /// Reads all lines; the caller closes the reader.
  ///
  /// @throws java.io.UncheckedIOException if the reader fails
  public static Synonyms read(Reader source) {
    Map<String, List<String>> groups = new HashMap<>();
    List<LineProblem> problems = new ArrayList<>();
    List<String> lines = WordListReader.readLines(source);
    for (int i = 0; i < lines.size(); i++) {
      List<String> words = wordsOf(lines.get(i));
      if (lines.get(i).isEmpty()) {
        continue;
      }
      boolean expression = words.size() == 1 && words.getFirst().indexOf(' ') > 0;
      if (words.size() < 2 && !expression) {
        problems.add(new LineProblem(i + 1, "two words or more, with commas: " + lines.get(i)));
      } else if (words.stream().anyMatch(groups::containsKey)) {
        problems.add(new LineProblem(i + 1, "a word is in two groups: " + lines.get(i)));
      } else {
        words.forEach(word -> groups.put(word, others(words, word)));
        words.forEach(word -> groups.putIfAbsent(lowerCaseAlias(word), others(words, word)));
      }
    }
    return new Synonyms(groups, problems);
  }

  private static List<String> wordsOf(String line) {
    return List.of(line.split(",")).stream()
        .map(String::strip)
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
        .distinct()
        .toList();
  }

  private static List<String> others(List<String> words, String word) {
    return words.stream().filter(other -> !other.equals(word)).toList();
  }

  boolean contains(String words) {
    return variants(words).anyMatch(groups::containsKey);
  }

  /// The other words that mean the same; empty if there are none.
  List<String> of(String word) {
    return variants(word)
        .filter(groups::containsKey)
        .findFirst()
        .map(groups::get)
        .orElse(List.of());
  }

  /// The forms under which a word may be listed: cease-fire as cease fire.
  private static Stream<String> variants(String word) {
    String lower = WordCharacters.toLowerCase(word);
    return Stream.of(word, lower, lower.replace('-', ' '));
  }

  /// The word in lower case, unless that is a common English word.
  private static String lowerCaseAlias(String word) {
    String lower = WordCharacters.toLowerCase(word);
    return ExactForms.isCommonWord(lower) ? word : lower;
  }
}
