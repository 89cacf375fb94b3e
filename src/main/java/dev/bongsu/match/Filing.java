package dev.bongsu.match;

/// Where a query is filed, and what is to be seen there without looking at the query.
final class Filing {
  private static final int ALL = 1;
  private static final int NOT = 2;
  private static final int FLAGS = 2;

  /// Of these an article that satisfies the query has at least one; each once.
  final Leaf[] leaves;

  /// What else is seen at once, see [#mark(int, boolean, boolean)].
  final int mark;

  /// What else there is to ask.
  final Formula formula;

  Filing(Leaf[] leaves, int mark, Formula formula) {
    this.leaves = leaves;
    this.mark = mark;
    this.formula = formula;
  }

  /// What is seen of a query without looking at it.
  ///
  /// @param other the number of another leaf to ask for; 0 if there is none
  /// @param not whether the article must not have that one, rather than have to
  /// @param all whether that is all there is to ask
  static int mark(int other, boolean not, boolean all) {
    return other << FLAGS | (not ? NOT : 0) | (all ? ALL : 0);
  }

  /// Whether an article may satisfy a query of this mark.
  ///
  /// @param present the numbers of its leaves
  static boolean mayHold(int mark, LongSet present) {
    int other = mark >>> FLAGS;
    return other == 0 || present.contains(other) == ((mark & NOT) == 0);
  }

  /// Whether an article for which that is so satisfies the query.
  static boolean isAll(int mark) {
    return (mark & ALL) == ALL;
  }
}
