package dev.bongsu.analysis;

/// A piece of a text as the analyser reads it.
///
/// @param form what it is compared by
/// @param start offset into the normal text, inclusive
/// @param end exclusive
record Morpheme(String form, int start, int end, Role role) {

  /// The same further on in a text.
  Morpheme shifted(int by) {
    return new Morpheme(form, start + by, end + by, role);
  }

  enum Role {
    NOUN,
    VERB,
    /// A particle or a verb's ending: it comes after a word and is not part of what is sought.
    ENDING,
    /// Has no meaning of its own; only phrases contain it.
    FILLER;

    boolean isContentWord() {
      return this == NOUN || this == VERB;
    }
  }
}
