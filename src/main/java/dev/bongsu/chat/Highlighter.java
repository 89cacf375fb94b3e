package dev.bongsu.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Splits a text into the words that matched and what is between them.
public final class Highlighter {
  private Highlighter() {}

  /// The segments in order, which together make up the text. Ignores letter case; of several words
  /// at one place the longest wins.
  public static List<Segment> split(String text, List<String> words) {
    List<String> wanted = words.stream().filter(word -> !word.isBlank()).toList();
    if (wanted.isEmpty()) {
      return List.of(new Segment(text, false));
    }
    String alternatives =
        wanted.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    Pattern pattern =
        Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    List<Segment> pieces = new ArrayList<>();
    Matcher found = pattern.matcher(text);
    int end = 0;
    while (found.find()) {
      MatchResult word = found.toMatchResult();
      add(pieces, text.substring(end, word.start()), false);
      add(pieces, word.group(), true);
      end = word.end();
    }
    add(pieces, text.substring(end), false);
    return pieces;
  }

  private static void add(List<Segment> pieces, String text, boolean marked) {
    if (!text.isEmpty()) {
      pieces.add(new Segment(text, marked));
    }
  }

  /// A part of a text.
  ///
  /// @param highlighted whether it is a word that matched
  public record Segment(String text, boolean highlighted) {}
}
