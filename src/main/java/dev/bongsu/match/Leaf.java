package dev.bongsu.match;

import dev.bongsu.analysis.TermKey;
import dev.bongsu.query.Condition;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// One thing that queries ask for: a term or a fact. However many ask for it, it is here once, and
/// an article is asked for it once.
final class Leaf extends Part implements Pile<Leaf> {
  /// From 1, and no other's ever after.
  final int number;

  /// An article that has this leaf has at least one of the two, or the first if the second is 0.
  private final long key;

  private final long otherKey;

  /// Of the first key.
  private final int mark;

  /// Whether an article that has the key has the leaf.
  private final boolean sure;

  private final boolean otherSure;

  /// Where it is under each of its keys.
  private int slot;

  private int otherSlot;

  /// The queries that are filed here. Written by the writer, read by all.
  private volatile @Nullable Pile<Filed> queries;

  Leaf(Condition condition, int number, List<TermKey> keys) {
    super(condition);
    this.number = number;
    this.key = keys.getFirst().key();
    this.mark = mark(keys.getFirst().also());
    this.sure = keys.getFirst().sure();
    this.otherKey = keys.size() > 1 ? keys.getLast().key() : 0;
    this.otherSure = keys.getLast().sure();
  }

  void forEachKey(LongConsumer consumer) {
    consumer.accept(key);
    if (otherKey != 0) {
      consumer.accept(otherKey);
    }
  }

  /// Whether every article that has one of its keys has this leaf.
  boolean isSure(long had) {
    return had == key ? sure : otherSure;
  }

  @Nullable Pile<Filed> queries() {
    return queries;
  }

  /// How many queries are filed here.
  int crowd() {
    Pile<Filed> now = queries;
    return now == null ? 0 : now.size();
  }

  /// For the writer.
  void add(Filed filed) {
    queries = Pile.with(queries, filed, new Here(this));
  }

  /// For the writer. The query has to be here.
  void remove(Filed filed) {
    Pile<Filed> now = queries;
    if (now != null) {
      queries = Pile.without(now, filed, new Here(this));
    }
  }

  /// The mark of a key that a text has to have beside another; 0 if there is none.
  static int mark(long key) {
    return key == 0 ? 0 : (int) (key >>> Integer.SIZE) | 1;
  }

  @Override
  public void visit(Visitor<Leaf> visitor) {
    visitor.take(this, 0, 0);
  }

  @Override
  public int size() {
    return 1;
  }

  private record Here(Leaf leaf) implements Place<Filed> {
    @Override
    public int mark(Filed item) {
      return item.mark;
    }

    @Override
    public long id(Filed item) {
      return item.onlyId();
    }

    @Override
    public int slot(Filed item) {
      return item.slot(leaf);
    }

    @Override
    public void slot(Filed item, int slot) {
      item.slot(leaf, slot);
    }
  }

  /// The place of the leaves of one key.
  record UnderKey(long key) implements Place<Leaf> {
    @Override
    public int mark(Leaf item) {
      return item.key == key ? item.mark : 0;
    }

    @Override
    public long id(Leaf item) {
      return 0;
    }

    @Override
    public int slot(Leaf item) {
      return item.key == key ? item.slot : item.otherSlot;
    }

    @Override
    public void slot(Leaf item, int slot) {
      if (item.key == key) {
        item.slot = slot;
      } else {
        item.otherSlot = slot;
      }
    }
  }
}
