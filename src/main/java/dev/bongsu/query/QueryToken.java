package dev.bongsu.query;

/// A piece of a query's text.
///
/// @param text the letters of words, a sign as written
/// @param position where it begins
/// @param end where it ends, exclusive
/// @param distance of a phrase with a near sign, else 0
record QueryToken(Kind kind, String text, int position, int end, int distance) {

  enum Kind {
    WORD,
    PHRASE,
    PREFIX,
    EXACT,
    TOPIC,
    /// A field's name; the next token is its value.
    FIELD,
    OR,
    MINUS,
    /// A word that excludes what follows it or, at the end, what stands before it.
    EXCEPT,
    /// A word that excludes what stands before it: 야구 빼고.
    EXCEPT_BEFORE,
    OPEN,
    CLOSE,
    UNCLOSED_QUOTE,
    /// A star within a word.
    STRAY_STAR,
    /// An AND, which means what a blank means; kept to report one at the end.
    AND,
    END;

    /// Whether a part of a query can end with it.
    boolean endsPart() {
      return switch (this) {
        case WORD, PHRASE, PREFIX, EXACT, TOPIC, CLOSE -> true;
        default -> false;
      };
    }

    boolean isExcept() {
      return this == EXCEPT || this == EXCEPT_BEFORE;
    }

    /// Whether a part of a query can begin with it.
    boolean startsPart() {
      return switch (this) {
        case WORD, PHRASE, PREFIX, EXACT, TOPIC, FIELD, MINUS, OPEN, UNCLOSED_QUOTE, STRAY_STAR ->
            true;
        case OR, AND, EXCEPT, EXCEPT_BEFORE, CLOSE, END -> false;
      };
    }
  }
}
