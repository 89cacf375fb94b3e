package dev.bongsu.analysis;

import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Korean words that the analyser would take apart or misread: one a line, either a surface that
/// stays whole or a surface and the parts it is made of. `#` starts a comment.
///
/// @param entries good lines, blanks made single; safe for the analyser
/// @param problems bad lines; the others count all the same
public record Dictionary(List<String> entries, List<LineProblem> problems) {

  public Dictionary {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
  }

  public static Dictionary empty() {
    return new Dictionary(List.of(), List.of());
  }

  /// The surfaces that stay whole.
  Set<String> wholeWords() {
    return entries.stream()
        .filter(entry -> entry.indexOf(' ') < 0)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// All words, those with parts too.
  Set<String> surfaces() {
    return entries.stream()
        .map(entry -> entry.split(" ", 2)[0])
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The parts of each surface that has parts.
  Set<List<String>> compounds() {
    return entries.stream()
        .map(entry -> List.of(entry.split(" ")))
        .filter(words -> words.size() > 1)
        .map(words -> List.copyOf(words.subList(1, words.size())))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Reads all lines; the caller closes the reader.
  ///
  /// @throws UncheckedIOException if the reader fails
  public static Dictionary read(Reader source) {
    List<String> entries = new ArrayList<>();
    List<LineProblem> problems = new ArrayList<>();
    List<String> lines = WordListReader.readLines(source);
    for (int i = 0; i < lines.size(); i++) {
      String entry = lines.get(i).replaceAll("\\s+", " ");
      String problem = problemWith(entry);
      if (!problem.isEmpty()) {
        problems.add(new LineProblem(i + 1, problem));
      } else if (!entry.isEmpty()) {
        entries.add(entry);
      }
    }
    return new Dictionary(entries, problems);
  }

  /// What is wrong with an entry; blank if nothing is. The analyser throws on parts that do not
  /// make up their surface, and a surface of one character would break every word it stands in.
  private static String problemWith(String entry) {
    if (entry.isEmpty()) {
      return "";
    }
    String[] words = entry.split(" ");
    if (!entry.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ')) {
      return "only letters and digits are allowed: " + entry;
    }
    if (words[0].length() < 2) {
      return "a word needs two characters or more: " + entry;
    }
    if (words.length == 2) {
      return "a word has no blank inside, and a compound needs two parts or more: " + entry;
    }
    String parts = entry.substring(words[0].length()).replace(" ", "");
    return parts.isEmpty() || parts.equals(words[0])
        ? ""
        : "the parts " + parts + " do not make up " + words[0];
  }
}
