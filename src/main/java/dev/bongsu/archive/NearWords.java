package dev.bongsu.archive;

import dev.bongsu.analysis.AnalysisChain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/// Finds words that look like one that is in no article.
final class NearWords {
  /// Of a shorter word, everything is near.
  private static final int SHORTEST = 3;

  private static final int LONG = 6;

  private NearWords() {}

  private record Found(String word, int articles) {}

  /// The most frequent first.
  static List<String> of(IndexReader reader, String word, int atMost) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, ArticleDocument.CLUE);
    String plain = word.toLowerCase(Locale.ROOT);
    if (terms == null || plain.length() < SHORTEST) {
      return List.of();
    }
    Term wanted = new Term(ArticleDocument.CLUE, AnalysisChain.clue(plain));
    int edits = plain.length() < LONG ? 1 : 2;
    FuzzyTermsEnum near = new FuzzyTermsEnum(terms, wanted, edits, 2, true);
    List<Found> found = new ArrayList<>();
    for (BytesRef term = near.next(); term != null; term = near.next()) {
      String other = term.utf8ToString().substring(1);
      if (!other.equals(plain) && Character.isLetter(other.charAt(0))) {
        found.add(new Found(other, near.docFreq()));
      }
    }
    found.sort(Comparator.comparingInt(Found::articles).reversed());
    return found.stream().limit(atMost).map(Found::word).toList();
  }
}
