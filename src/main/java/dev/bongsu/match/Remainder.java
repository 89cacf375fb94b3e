package dev.bongsu.match;

/// An atom to test at a posting, before its query is loaded.
sealed interface Remainder {
  int DECISIVE = 1;
  int EXCLUDED = 2;
  int FLAG_BITS = 2;

  record Nothing() implements Remainder {}

  /// Requires an atom.
  ///
  /// @param atom number of the atom that an article must have
  record Requires(int atom) implements Remainder {}

  /// Excludes an atom.
  ///
  /// @param atom number of the atom that an article must not have
  record Excludes(int atom) implements Remainder {}

  /// Packs the test into the signature of a posting.
  ///
  /// @param decisive whether an article that passes it satisfies the query
  default int signature(boolean decisive) {
    int test =
        switch (this) {
          case Nothing _ -> 0;
          case Requires(int atom) -> atom << FLAG_BITS;
          case Excludes(int atom) -> atom << FLAG_BITS | EXCLUDED;
        };
    return decisive ? test | DECISIVE : test;
  }

  /// Whether an article passes the test of a signature.
  ///
  /// @param present the numbers of the article's atoms
  static boolean mayMatch(int signature, LongSet present) {
    int atom = signature >>> FLAG_BITS;
    return atom == 0 || present.contains(atom) == ((signature & EXCLUDED) == 0);
  }

  /// Whether an article that passes the test of a signature satisfies the query.
  static boolean isDecisive(int signature) {
    return (signature & DECISIVE) == DECISIVE;
  }
}
