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

/// Finds words that are similar to a word that is in no article.
final class SimilarWords {
  /// Shorter words have too many similar words.
  private static final int MIN_WORD_LENGTH = 3;

  private static final int MIN_LENGTH_FOR_TWO_EDITS = 6;

  private SimilarWords() {}

  private record WordFrequency(String word, int articles) {}

  /// The similar words, most frequent first.
  static List<String> of(IndexReader reader, String word, int atMost) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, ArticleDocument.INDEX_TERM);
    String plain = word.toLowerCase(Locale.ROOT);
    if (terms == null || plain.length() < MIN_WORD_LENGTH) {
      return List.of();
    }
    Term wanted = new Term(ArticleDocument.INDEX_TERM, AnalysisChain.indexTerm(plain));
    int edits = plain.length() < MIN_LENGTH_FOR_TWO_EDITS ? 1 : 2;
    FuzzyTermsEnum near = new FuzzyTermsEnum(terms, wanted, edits, 2, true);
    List<WordFrequency> found = new ArrayList<>();
    for (BytesRef term = near.next(); term != null; term = near.next()) {
      String other = term.utf8ToString().substring(1);
      if (!other.equals(plain) && Character.isLetter(other.charAt(0))) {
        found.add(new WordFrequency(other, near.docFreq()));
      }
    }
    found.sort(Comparator.comparingInt(WordFrequency::articles).reversed());
    return found.stream().limit(atMost).map(WordFrequency::word).toList();
  }
}
