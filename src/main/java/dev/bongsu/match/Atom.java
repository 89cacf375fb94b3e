package dev.bongsu.match;

import dev.bongsu.analysis.TermKey;
import dev.bongsu.query.Condition;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// One thing that queries ask for: a term or a fact. However many ask for it, it is here once, and
/// an article is asked for it once.
final class Atom extends InternedCondition implements PostingList<Atom> {
  /// From 1, and no other's ever after.
  final int number;

  /// An article that has this leaf has at least one of the two, or the first if the second is 0.
  private final long key;

  private final long otherKey;

  /// Of the first key.
  private final int signature;

  /// Whether an article that has the key has the leaf.
  private final boolean decisive;

  private final boolean otherDecisive;

  /// Where it is under each of its keys.
  private int slot;

  private int otherSlot;

  /// The queries that are filed here. Written by the writer, read by all.
  private volatile @Nullable PostingList<IndexedQuery> queries;

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

  /// Whether every article that has one of its keys has this leaf.
  boolean isDecisive(long had) {
    return had == key ? decisive : otherDecisive;
  }

  @Nullable PostingList<IndexedQuery> queries() {
    return queries;
  }

  /// How many queries are filed here.
  int queryCount() {
    PostingList<IndexedQuery> now = queries;
    return now == null ? 0 : now.size();
  }

  /// For the writer.
  void add(IndexedQuery filed) {
    queries = PostingList.add(queries, filed, new QueryAccessor(this));
  }

  /// For the writer. The query has to be here.
  void remove(IndexedQuery filed) {
    PostingList<IndexedQuery> now = queries;
    if (now != null) {
      queries = PostingList.remove(now, filed, new QueryAccessor(this));
    }
  }

  /// The mark of a key that a text has to have beside another; 0 if there is none.
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

  private record QueryAccessor(Atom atom) implements PostingAccessor<IndexedQuery> {
    @Override
    public int signature(IndexedQuery item) {
      return item.signature;
    }

    @Override
    public long id(IndexedQuery item) {
      return item.singleIdOrZero();
    }

    @Override
    public int slot(IndexedQuery item) {
      return item.slot(atom);
    }

    @Override
    public void slot(IndexedQuery item, int slot) {
      item.slot(atom, slot);
    }
  }

  /// The place of the leaves of one key.
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
