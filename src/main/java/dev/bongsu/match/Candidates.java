package dev.bongsu.match;

import dev.bongsu.analysis.TextKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The queries that one article satisfies. First its keys lead to the leaves that it has, then
/// these to queries; most are decided by their marks, and the others evaluated once each.
final class Candidates {
  private static final int TYPICAL = 256;

  private final Leaves leaves;
  private final Evaluation evaluation;

  /// The marks of the article's tokens.
  private final LongSet tokens = new LongSet(TYPICAL);

  /// The numbers of the leaves it has.
  private final LongSet present = new LongSet(TYPICAL);

  private final List<Leaf> found = new ArrayList<>(TYPICAL);
  private final Set<Filed> seenQueries = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Match> matches = new ArrayList<>(TYPICAL);
  private final LeafVisitor leafVisitor = new LeafVisitor();
  private final QueryVisitor queryVisitor = new QueryVisitor();

  Candidates(Leaves leaves, Evaluation evaluation) {
    this.leaves = leaves;
    this.evaluation = evaluation;
  }

  /// Takes each step for all keys before the next one: the processor then fetches from many places
  /// of the memory at once, and fetching is what takes the time.
  ///
  /// @param keys of the article; used up
  void find(TextKeys keys) {
    for (int i = 0; i < keys.tokens(); i++) {
      tokens.add(Leaf.mark(keys.get(i)));
    }
    keys.retain(leaves::mayBeUnder);
    LongSet each = new LongSet(keys.size());
    keys.retain(each::add);
    findLeaves(keys);
    List<Pile<Filed>> queries = new ArrayList<>(found.size());
    for (Leaf leaf : found) {
      Pile<Filed> there = leaf.queries();
      if (there != null) {
        queries.add(there);
      }
    }
    for (Pile<Filed> there : queries) {
      there.visit(queryVisitor);
    }
  }

  private void findLeaves(TextKeys keys) {
    List<Pile<Leaf>> piles = new ArrayList<>(keys.size());
    keys.retain(
        key -> {
          Pile<Leaf> there = leaves.under(key);
          return there != null && piles.add(there);
        });
    for (int i = 0; i < piles.size(); i++) {
      leafVisitor.key = keys.get(i);
      piles.get(i).visit(leafVisitor);
    }
  }

  private final class LeafVisitor implements Pile.Visitor<Leaf> {
    private long key;

    @Override
    public boolean wants(int mark) {
      return mark == 0 || tokens.contains(mark);
    }

    @Override
    public void take(Pile<Leaf> item, int mark, long id) {
      Leaf leaf = (Leaf) item;
      if (!present.contains(leaf.number)
          && (leaf.isSure(key) || evaluation.holds(leaf.condition))) {
        present.add(leaf.number);
        found.add(leaf);
      }
    }
  }

  private final class QueryVisitor implements Pile.Visitor<Filed> {
    @Override
    public boolean wants(int mark) {
      return Filing.mayHold(mark, present);
    }

    @Override
    public void take(Pile<Filed> item, int mark, long id) {
      if (Filing.isAll(mark) && id != 0) {
        add(id, item);
      } else {
        take((Filed) item, Filing.isAll(mark));
      }
    }

    private void take(Filed filed, boolean holds) {
      if (holds || (isNew(filed) && satisfies(filed))) {
        filed.forEachId(id -> add(id, filed));
      }
    }
  }

  private boolean satisfies(Filed filed) {
    return filed.formula.holds(present)
        && (filed.formula.isExact() || evaluation.holds(filed.condition));
  }

  /// Several leaves may lead to a query; it is evaluated once.
  private boolean isNew(Filed filed) {
    return filed.hasOneLeaf() || seenQueries.add(filed);
  }

  private void add(long id, Pile<Filed> filed) {
    matches.add(new Match(id, filed, evaluation));
  }

  /// All matches in order of their ids. One that two leaves lead to may have been found twice.
  List<Match> matches() {
    Match[] all = matches.toArray(Match[]::new);
    Arrays.sort(all, (one, other) -> Long.compare(one.id(), other.id()));
    int size = 0;
    for (Match match : all) {
      if (size == 0 || all[size - 1].id() != match.id()) {
        all[size++] = match;
      }
    }
    return Collections.unmodifiableList(Arrays.asList(all).subList(0, size));
  }
}
