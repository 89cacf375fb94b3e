package dev.bongsu.match;

import dev.bongsu.query.Condition;
import java.util.Arrays;
import java.util.function.LongConsumer;

/// A distinct query, where it is filed, and the ids under which it stands. Readers see it as it is:
/// one with other ids, or filed elsewhere, is another object.
final class Filed implements Pile<Filed> {
  private static final long[] NO_MORE = {};
  private static final int[] NOWHERE = {};

  final Condition condition;

  /// An article that satisfies it has at least one of these. Each once.
  final Leaf[] leaves;

  /// See `Filing`.
  final int mark;

  final Formula formula;

  private final long id;
  private final long[] more;

  /// Where it is under its first leaf, and under the others.
  private int slot;

  private final int[] otherSlots;

  Filed(Condition condition, Filing filing, long id) {
    this(condition, filing, id, NO_MORE);
  }

  private Filed(Condition condition, Filing filing, long id, long[] more) {
    this.condition = condition;
    this.leaves = filing.leaves;
    this.mark = filing.mark;
    this.formula = filing.formula;
    this.id = id;
    this.more = more;
    this.otherSlots = leaves.length == 1 ? NOWHERE : new int[leaves.length - 1];
  }

  /// The same query, filed elsewhere.
  Filed filed(Filing elsewhere) {
    return new Filed(condition, elsewhere, id, more);
  }

  Filing filing() {
    return new Filing(leaves, mark, formula);
  }

  /// The same query under one more id.
  Filed with(long another) {
    long[] ids = Arrays.copyOf(more, more.length + 1);
    ids[more.length] = another;
    return new Filed(condition, filing(), id, ids);
  }

  /// The same query without one of its ids, of which it has others.
  Filed without(long ended) {
    long first = id == ended ? more[0] : id;
    long[] others = Arrays.stream(more).filter(i -> i != ended && i != first).toArray();
    return new Filed(condition, filing(), first, others);
  }

  boolean hasOneId() {
    return more.length == 0;
  }

  void forEachId(LongConsumer consumer) {
    consumer.accept(id);
    for (long other : more) {
      consumer.accept(other);
    }
  }

  int slot(Leaf leaf) {
    int index = indexOf(leaf);
    return index == 0 ? slot : otherSlots[index - 1];
  }

  void slot(Leaf leaf, int now) {
    int index = indexOf(leaf);
    if (index == 0) {
      slot = now;
    } else {
      otherSlots[index - 1] = now;
    }
  }

  private int indexOf(Leaf leaf) {
    for (int i = 0; i < leaves.length; i++) {
      if (leaves[i] == leaf) {
        return i;
      }
    }
    throw new IllegalArgumentException("not filed here");
  }

  @Override
  public void visit(Visitor<Filed> visitor) {
    if (visitor.wants(mark)) {
      visitor.take(this, mark);
    }
  }

  @Override
  public int size() {
    return 1;
  }
}
