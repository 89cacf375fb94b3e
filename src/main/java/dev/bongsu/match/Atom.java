package dev.bongsu.match;

import dev.bongsu.analysis.TermKey;
import dev.bongsu.query.Condition;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A term or a field's value that queries require. It is in memory once and evaluated once an
/// article, however many queries contain it.
final class Atom extends InternedCondition implements PostingList<Atom> {
  /// From 1, never reused.
  final int number;

  /// An article in which the atom is present has one of the two keys, or the first if the second is
  /// 0.
  private final long key;

  private final long otherKey;

  /// Of the first key.
  private final int signature;

  /// Whether the atom is present in every article that has the key.
  private final boolean decisive;

  private final boolean otherDecisive;

  /// The atom's slot in the list of each of its keys.
  private int slot;

  private int otherSlot;

  /// The queries placed here, see [IndexedQuery#placedAt]. One thread writes, all read.
  private volatile @Nullable PostingList<?> queries;

  Atom(Condition condition, int number, List<TermKey> keys) {
    super(condition);
    this.number = number;
    this.key = keys.getFirst().key();
    this.signature = signature(keys.getFirst().secondaryKey());
    this.decisive = keys.getFirst().decisive();
    this.otherKey = keys.size() > 1 ? keys.getLast().key() : 0;
    this.otherDecisive = keys.getLast().decisive();
  }

  void forEachKey(LongConsumer consumer) {
    consumer.accept(key);
    if (otherKey != 0) {
      consumer.accept(otherKey);
    }
  }

  /// Whether the atom is present in every article that has this one of its keys.
  boolean isDecisive(long present) {
    return present == key ? decisive : otherDecisive;
  }

  @Nullable PostingList<?> queries() {
    return queries;
  }

  /// Writer thread only.
  void queries(@Nullable PostingList<?> now) {
    queries = now;
  }

  /// The number of queries placed here.
  int queryCount() {
    PostingList<?> now = queries;
    return now == null ? 0 : now.size();
  }

  /// The signature of a key that a text must have beside another; 0 if there is none.
  static int signature(long key) {
    return key == 0 ? 0 : (int) (key >>> Integer.SIZE) | 1;
  }

  @Override
  public void accept(Visitor<Atom> visitor) {
    visitor.visit(this, 0, 0);
  }

  @Override
  public int size() {
    return 1;
  }

  /// What atoms store about one of their keys.
  record AtomAccessor(long key) implements PostingAccessor<Atom> {
    @Override
    public int signature(Atom item) {
      return item.key == key ? item.signature : 0;
    }

    @Override
    public long id(Atom item) {
      return 0;
    }

    @Override
    public int slot(Atom item) {
      return item.key == key ? item.slot : item.otherSlot;
    }

    @Override
    public void slot(Atom item, int slot) {
      if (item.key == key) {
        item.slot = slot;
      } else {
        item.otherSlot = slot;
      }
    }
  }
}
