package dev.bongsu.match;

import dev.bongsu.query.Facts;
import dev.bongsu.text.TextKeys;
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
  private final IntSet tokens = new IntSet(TYPICAL);

  /// The numbers of the leaves it has.
  private final IntSet present = new IntSet(TYPICAL);

  private final List<Leaf> found = new ArrayList<>(TYPICAL);
  private final Set<Filed> seenQueries = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Match> matches = new ArrayList<>();
  private final LeafVisitor leafVisitor = new LeafVisitor();
  private final QueryVisitor queryVisitor = new QueryVisitor();

  Candidates(Leaves leaves, Evaluation evaluation) {
    this.leaves = leaves;
    this.evaluation = evaluation;
  }

  void find(TextKeys keys, Facts facts) {
    for (int i = 0; i < keys.tokens(); i++) {
      tokens.add(Leaf.mark(keys.get(i)));
    }
    for (int i = 0; i < keys.size(); i++) {
      look(keys.get(i));
    }
    facts.forEachKey(this::look);
    for (Leaf leaf : found) {
      Pile<Filed> queries = leaf.queries();
      if (queries != null) {
        queries.visit(queryVisitor);
      }
    }
  }

  private void look(long key) {
    Pile<Leaf> there = leaves.under(key);
    if (there != null) {
      leafVisitor.key = key;
      there.visit(leafVisitor);
    }
  }

  private final class LeafVisitor implements Pile.Visitor<Leaf> {
    private long key;

    @Override
    public boolean wants(int mark) {
      return mark == 0 || tokens.contains(mark);
    }

    @Override
    public void take(Leaf leaf, int mark) {
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
    public void take(Filed filed, int mark) {
      if (Filing.isAll(mark) || (isNew(filed) && satisfies(filed))) {
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

  private void add(long id, Filed filed) {
    matches.add(new Match(id, filed.condition, evaluation));
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
