package dev.bongsu.query;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.analysis.LineProblem;
import dev.bongsu.analysis.SearchTerm;
import dev.bongsu.analysis.WordListReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Words of Korean with the English ones that mean the same, one pair a line: `랜섬웨어 = ransomware`.
/// Commas separate several on either side. `#` starts a comment.
public final class BilingualLexicon {
  private static final String KOREAN = "ko";
  private static final String ENGLISH = "en";

  private final AnalysisChain chain;
  private final List<LineProblem> problems = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();

  /// The words of a language by the canonical form of a term of the other one.
  private final Map<String, List<String>> korean = new HashMap<>();

  private final Map<String, List<String>> english = new HashMap<>();

  /// Words of both languages that mean the same.
  public record Pair(List<String> korean, List<String> english) {
    public Pair {
      korean = List.copyOf(korean);
      english = List.copyOf(english);
    }
  }

  private BilingualLexicon(AnalysisChain chain) {
    this.chain = chain;
  }

  /// Reads all lines; the caller closes the reader.
  ///
  /// @throws java.io.UncheckedIOException if the reader fails
  public static BilingualLexicon read(Reader source, AnalysisChain chain) {
    BilingualLexicon lexicon = new BilingualLexicon(chain);
    List<String> lines = WordListReader.readLines(source);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        lexicon.add(i + 1, lines.get(i));
      }
    }
    return lexicon;
  }

  private void add(int number, String line) {
    String[] sides = line.split("=", -1);
    if (sides.length != 2 || wordsOf(sides[0]).isEmpty() || wordsOf(sides[1]).isEmpty()) {
      problems.add(new LineProblem(number, "Korean words = English words: " + line));
      return;
    }
    Pair pair = new Pair(wordsOf(sides[0]), wordsOf(sides[1]));
    boolean newKorean =
        pair.korean().stream().allMatch(word -> addTo(english, word, pair.english()));
    boolean newEnglish =
        pair.english().stream().allMatch(word -> addTo(korean, word, pair.korean()));
    pairs.add(pair);
    if (!(newKorean && newEnglish)) {
      problems.add(new LineProblem(number, "a word is in two lines: " + line));
    }
  }

  private boolean addTo(Map<String, List<String>> words, String word, List<String> others) {
    return words.putIfAbsent(keys(word).toList().getFirst(), others) == null;
  }

  private static List<String> wordsOf(String side) {
    return Stream.of(side.split(","))
        .map(String::strip)
        .filter(QueryWord::hasLetterOrDigit)
        .toList();
  }

  private Stream<String> keys(String word) {
    return chain.terms(word).stream().map(SearchTerm::canonical);
  }

  /// Bad lines; the good ones count all the same.
  public List<LineProblem> problems() {
    return List.copyOf(problems);
  }

  public List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  /// The words of a language that mean the same as words of the other; empty if there are none.
  ///
  /// @param language a code
  List<String> in(String language, String given) {
    Map<String, List<String>> known =
        switch (language) {
          case KOREAN -> korean;
          case ENGLISH -> english;
          default -> Map.of();
        };
    return keys(given)
        .filter(known::containsKey)
        .findFirst()
        .map(known::get)
        .filter(found -> !found.contains(given))
        .orElse(List.of());
  }
}
