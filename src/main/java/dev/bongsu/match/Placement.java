package dev.bongsu.match;

/// Where a query is filed, and what is to be seen there without looking at the query.
final class Placement {
  private static final int DECISIVE = 1;
  private static final int EXCLUDES_OTHER = 2;
  private static final int FLAG_BITS = 2;

  /// Of these an article that satisfies the query has at least one; each once.
  final Atom[] atoms;

  /// What else is seen at once, see [#signature(int, boolean, boolean)].
  final int signature;

  /// What else there is to ask.
  final Formula formula;

  Placement(Atom[] atoms, int signature, Formula formula) {
    this.atoms = atoms;
    this.signature = signature;
    this.formula = formula;
  }

  /// What is seen of a query without looking at it.
  ///
  /// @param other the number of another leaf to ask for; 0 if there is none
  /// @param not whether the article must not have that one, rather than have to
  /// @param all whether that is all there is to ask
  static int signature(int other, boolean not, boolean all) {
    return other << FLAG_BITS | (not ? EXCLUDES_OTHER : 0) | (all ? DECISIVE : 0);
  }

  /// Whether an article may satisfy a query of this mark.
  ///
  /// @param present the numbers of its leaves
  static boolean mayMatch(int mark, LongSet present) {
    int other = mark >>> FLAG_BITS;
    return other == 0 || present.contains(other) == ((mark & EXCLUDES_OTHER) == 0);
  }

  /// Whether an article for which that is so satisfies the query.
  static boolean isDecisive(int mark) {
    return (mark & DECISIVE) == DECISIVE;
  }
}
