package dev.bongsu.query;

/// A piece of a query's text.
///
/// @param text of a word or phrase its words, of a sign what was written
/// @param position where it begins
record QueryToken(Kind kind, String text, int position) {

  enum Kind {
    WORD,
    PHRASE,
    OR,
    MINUS,
    OPEN,
    CLOSE,
    UNCLOSED_QUOTE,
    /// An AND, which says what a blank says too; kept to notice one at the end.
    AND,
    END;
  }
}
