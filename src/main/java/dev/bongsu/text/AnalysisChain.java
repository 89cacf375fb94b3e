package dev.bongsu.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.jspecify.annotations.Nullable;

/// Turns articles and the words of queries into what they are compared by: for Korean and English
/// mixed, on both sides the same way.
///
/// For any number of threads. Never fails on a text, however odd.
public final class AnalysisChain {
  private final @Nullable UserDictionary dictionary;

  /// Pipelines at rest. Not one per thread: virtual threads live for one article each.
  private final Queue<TokenPipeline> resting = new ConcurrentLinkedQueue<>();

  public AnalysisChain(Dictionary dictionary) {
    this.dictionary = open(dictionary);
  }

  private static @Nullable UserDictionary open(Dictionary dictionary) {
    try {
      return UserDictionary.open(new StringReader(String.join("\n", dictionary.entries())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Analyses an article: title, line feed, body.
  public AnalysedText analyse(String text) {
    NormalText normal = NormalText.of(text);
    return new AnalysedText(normal, tokens(normal.text()), new SurfaceWords(normal));
  }

  /// Analyses a word or a phrase of a query.
  ///
  /// @param words with at least one letter or digit
  public SearchTerm term(String words) {
    String normal = NormalText.of(words).text().strip();
    return new TermReader(normal, morphemes(normal)).read();
  }

  private List<Token> tokens(String normal) {
    return Token.of(normal, morphemes(normal));
  }

  private List<Morpheme> morphemes(String normal) {
    TokenPipeline pipeline = resting.poll();
    if (pipeline == null) {
      pipeline = new TokenPipeline(dictionary);
    }
    List<Morpheme> morphemes = pipeline.morphemes(normal);
    resting.add(pipeline);
    return morphemes;
  }
}
