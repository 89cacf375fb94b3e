package dev.bongsu.match;

import dev.bongsu.query.Condition;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// A distinct query, where it is filed, and the ids under which it stands. Readers see it as it is:
/// one with other ids, or filed elsewhere, is another object.
final class Filed implements Pile<Filed> {
  private static final long[] NO_MORE = {};
  private static final int[] NOWHERE = {};

  final Condition condition;

  private static final Leaf[] NO_LEAVES = {};

  /// An article that satisfies it has at least one of these. Each once.
  private final Leaf leaf;

  private final Leaf[] otherLeaves;

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
    this.leaf = filing.leaves[0];
    this.otherLeaves =
        filing.leaves.length == 1
            ? NO_LEAVES
            : Arrays.copyOfRange(filing.leaves, 1, filing.leaves.length);
    this.mark = filing.mark;
    this.formula = filing.formula;
    this.id = id;
    this.more = more;
    this.otherSlots = otherLeaves.length == 0 ? NOWHERE : new int[otherLeaves.length];
  }

  /// The same query, filed elsewhere.
  Filed filed(Filing elsewhere) {
    return new Filed(condition, elsewhere, id, more);
  }

  Filing filing() {
    Leaf[] leaves = new Leaf[otherLeaves.length + 1];
    leaves[0] = leaf;
    System.arraycopy(otherLeaves, 0, leaves, 1, otherLeaves.length);
    return new Filing(leaves, mark, formula);
  }

  boolean hasOneLeaf() {
    return otherLeaves.length == 0;
  }

  void forEachLeaf(Consumer<Leaf> consumer) {
    consumer.accept(leaf);
    for (Leaf other : otherLeaves) {
      consumer.accept(other);
    }
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

  /// Its id; 0 if it has several.
  long onlyId() {
    return more.length == 0 ? id : 0;
  }

  void forEachId(LongConsumer consumer) {
    consumer.accept(id);
    for (long other : more) {
      consumer.accept(other);
    }
  }

  int slot(Leaf place) {
    return place == leaf ? slot : otherSlots[indexOf(place)];
  }

  void slot(Leaf place, int now) {
    if (place == leaf) {
      slot = now;
    } else {
      otherSlots[indexOf(place)] = now;
    }
  }

  private int indexOf(Leaf place) {
    for (int i = 0; i < otherLeaves.length; i++) {
      if (otherLeaves[i] == place) {
        return i;
      }
    }
    throw new IllegalArgumentException("not filed here");
  }

  @Override
  public void visit(Visitor<Filed> visitor) {
    if (visitor.wants(mark)) {
      visitor.take(this, mark, onlyId());
    }
  }

  @Override
  public int size() {
    return 1;
  }
}
