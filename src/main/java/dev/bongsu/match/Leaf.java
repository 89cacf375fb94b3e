package dev.bongsu.match;

import dev.bongsu.query.Condition;
import dev.bongsu.text.TermKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that queries ask for: a term or a fact. However many ask for it, it is here once, and
/// an article is asked for it once.
final class Leaf implements Pile<Leaf> {
  /// A `Stands` or an `Is`.
  final Condition condition;

  /// From 1, and no other's ever after.
  final int number;

  /// For a query that is filed here alone.
  final Leaf[] alone = {this};

  private final TermKey[] keys;
  private final int[] slots;

  /// The queries that are filed here. Written by the writer, read by all.
  private volatile @Nullable Pile<Filed> queries;

  Leaf(Condition condition, int number, List<TermKey> keys) {
    this.condition = condition;
    this.number = number;
    this.keys = keys.toArray(TermKey[]::new);
    this.slots = new int[this.keys.length];
  }

  /// An article that has this leaf has at least one of these.
  TermKey[] keys() {
    return keys;
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
    visitor.take(this, 0);
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
      return Leaf.mark(item.keys[indexIn(item)].also());
    }

    @Override
    public int slot(Leaf item) {
      return item.slots[indexIn(item)];
    }

    @Override
    public void slot(Leaf item, int slot) {
      item.slots[indexIn(item)] = slot;
    }

    private int indexIn(Leaf item) {
      return item.keys[0].key() == key ? 0 : 1;
    }
  }
}
