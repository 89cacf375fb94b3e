package dev.bongsu.archive;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// A field that stores only the presence of terms in a document.
final class TermPresenceField extends Field {
  private static final FieldType TYPE = type();

  /// Lucene fails on longer terms (32 766 bytes). Such terms are not indexed, and queries for them
  /// accept every candidate.
  static final int MAX_TERM_LENGTH = 1000;

  TermPresenceField(String name, Collection<String> clues) {
    super(name, new TermStream(clues), TYPE);
  }

  private static FieldType type() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  private static final class TermStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> terms;
    private Iterator<String> rest;

    TermStream(Collection<String> clues) {
      this.terms = clues.stream().filter(clue -> clue.length() <= MAX_TERM_LENGTH).toList();
      this.rest = this.terms.iterator();
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (rest.hasNext()) {
        term.append(rest.next());
        return true;
      }
      return false;
    }

    @Override
    public void reset() {
      rest = terms.iterator();
    }
  }
}
