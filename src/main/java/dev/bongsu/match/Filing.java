package dev.bongsu.match;

/// Where a query is filed, and what is to be seen there without looking at the query.
final class Filing {
  private static final int ALL = 1;

  /// Of these an article that satisfies the query has at least one; each once.
  final Leaf[] leaves;

  /// The number of another leaf that it has to have too, or 0, doubled; and one more if that is all
  /// there is to ask.
  final int mark;

  /// What else there is to ask.
  final Formula formula;

  Filing(Leaf[] leaves, int mark, Formula formula) {
    this.leaves = leaves;
    this.mark = mark;
    this.formula = formula;
  }

  static int mark(int other, boolean all) {
    return other << 1 | (all ? ALL : 0);
  }

  /// The number of the leaf that has to be there too; 0 if there is none.
  static int other(int mark) {
    return mark >>> 1;
  }

  /// Whether an article that has what is asked for satisfies the query.
  static boolean isAll(int mark) {
    return (mark & ALL) == ALL;
  }
}
