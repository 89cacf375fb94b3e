package dev.bongsu.match;

import dev.bongsu.analysis.AnalysedText;
import dev.bongsu.analysis.Occurrence;
import java.util.List;

/// Whether terms stand where an article says what it is about.
final class Prominence {
  private static final int LEAD_SENTENCES = 2;
  private static final int MIN_MENTIONS = 3;

  /// Of the body, for each mention.
  private static final int MAX_CHARACTERS_PER_MENTION = 1500;

  private static final int UNKNOWN = -1;

  private final AnalysedText text;
  private final int titleEnd;
  private int leadEnd = UNKNOWN;

  Prominence(AnalysedText text, int titleEnd) {
    this.text = text;
    this.titleEnd = titleEnd;
  }

  /// Whether at least one place is in a scope.
  ///
  /// @param words the number of places that are one mention
  boolean isIn(Scope scope, List<Occurrence> places, int words) {
    return switch (scope) {
      case ANYWHERE -> !places.isEmpty();
      case TITLE -> isBefore(titleEnd, places);
      case LEAD -> isBefore(leadEnd(), places);
      case ABOUT -> isBefore(leadEnd(), places) || isOften(places, words);
    };
  }

  /// Whether a place counts in a scope.
  boolean counts(Scope scope, Occurrence place) {
    return switch (scope) {
      case ANYWHERE, ABOUT -> true;
      case TITLE -> place.end() <= titleEnd;
      case LEAD -> place.end() <= leadEnd();
    };
  }

  private static boolean isBefore(int end, List<Occurrence> places) {
    for (Occurrence place : places) {
      if (place.end() <= end) {
        return true;
      }
    }
    return false;
  }

  private boolean isOften(List<Occurrence> places, int words) {
    if (places.size() < MIN_MENTIONS * words) {
      return false;
    }
    long mentions = places.stream().map(Occurrence::start).distinct().count() / words;
    int body = text.length() - titleEnd;
    return mentions >= MIN_MENTIONS && mentions * MAX_CHARACTERS_PER_MENTION >= body;
  }

  private int leadEnd() {
    if (leadEnd == UNKNOWN) {
      leadEnd = text.endOfSentences(titleEnd, LEAD_SENTENCES);
    }
    return leadEnd;
  }
}
