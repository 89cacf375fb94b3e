package dev.bongsu.summary;

import java.util.Collection;
import java.util.List;

/// The few sentences that stand for an article, chosen the way its kind asks for.
public final class ArticleSummary {
  private ArticleSummary() {}

  /// Sentences of the text in its order, together at most [Summarizer#MAX_LENGTH] long; empty if it
  /// has none. The same for the same arguments, always.
  ///
  /// @param language BCP 47 code of title and text
  /// @param words what the reader subscribed to, in any form; may be empty
  public static List<String> of(
      ArticleKind kind, String title, String text, String language, Collection<String> words) {
    return switch (kind) {
      case ADVISORY -> ofAdvisory(title, text, language, words);
      case COLUMN -> Summarizer.summarizeOpinion(title, text, language, words);
      case LIVE_BLOG -> Summarizer.firstSentences(title, text, language, words);
      case NEWS, PRESS_RELEASE, MEDIA, STUB, NOT_AN_ARTICLE ->
          Summarizer.summarize(title, text, language, words);
    };
  }

  private static List<String> ofAdvisory(
      String title, String text, String language, Collection<String> words) {
    List<String> lines = AdvisorySummary.of(title, text, language);
    return lines.isEmpty() ? Summarizer.summarize(title, text, language, words) : lines;
  }
}
