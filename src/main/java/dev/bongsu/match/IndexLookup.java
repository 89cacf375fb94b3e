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
final class IndexLookup {
  private static final int INITIAL_CAPACITY = 256;

  private final AtomIndex atoms;
  private final ConditionEvaluator evaluator;

  /// The marks of the article's tokens.
  private final LongSet tokenSignatures = new LongSet(INITIAL_CAPACITY);

  /// The numbers of the leaves it has.
  private final LongSet presentAtoms = new LongSet(INITIAL_CAPACITY);

  private final List<Atom> foundAtoms = new ArrayList<>(INITIAL_CAPACITY);
  private final Set<IndexedQuery> seenQueries = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Match> matches = new ArrayList<>(INITIAL_CAPACITY);
  private final AtomVisitor atomVisitor = new AtomVisitor();
  private final QueryVisitor queryVisitor = new QueryVisitor();

  IndexLookup(AtomIndex atoms, ConditionEvaluator evaluation) {
    this.atoms = atoms;
    this.evaluator = evaluation;
  }

  /// Takes each step for all keys before the next one: the processor then fetches from many places
  /// of the memory at once, and fetching is what takes the time.
  ///
  /// @param keys of the article; used up
  void find(TextKeys keys) {
    for (int i = 0; i < keys.tokenKeyCount(); i++) {
      tokenSignatures.add(Atom.signature(keys.get(i)));
    }
    keys.retainIf(atoms::mightContain);
    LongSet each = new LongSet(keys.size());
    keys.retainIf(each::add);
    findAtoms(keys);
    List<PostingList<IndexedQuery>> queries = new ArrayList<>(foundAtoms.size());
    for (Atom leaf : foundAtoms) {
      PostingList<IndexedQuery> there = leaf.queries();
      if (there != null) {
        queries.add(there);
      }
    }
    for (PostingList<IndexedQuery> there : queries) {
      there.accept(queryVisitor);
    }
  }

  private void findAtoms(TextKeys keys) {
    List<PostingList<Atom>> piles = new ArrayList<>(keys.size());
    keys.retainIf(
        key -> {
          PostingList<Atom> there = atoms.postings(key);
          return there != null && piles.add(there);
        });
    for (int i = 0; i < piles.size(); i++) {
      atomVisitor.key = keys.get(i);
      piles.get(i).accept(atomVisitor);
    }
  }

  private final class AtomVisitor implements PostingList.Visitor<Atom> {
    private long key;

    @Override
    public boolean mayMatch(int mark) {
      return mark == 0 || tokenSignatures.contains(mark);
    }

    @Override
    public void visit(PostingList<Atom> item, int mark, long id) {
      Atom leaf = (Atom) item;
      if (!presentAtoms.contains(leaf.number)
          && (leaf.isDecisive(key) || evaluator.holds(leaf.condition))) {
        presentAtoms.add(leaf.number);
        foundAtoms.add(leaf);
      }
    }
  }

  private final class QueryVisitor implements PostingList.Visitor<IndexedQuery> {
    @Override
    public boolean mayMatch(int mark) {
      return Placement.mayMatch(mark, presentAtoms);
    }

    @Override
    public void visit(PostingList<IndexedQuery> item, int mark, long id) {
      if (Placement.isDecisive(mark) && id != 0) {
        add(id, item);
      } else {
        visit((IndexedQuery) item, Placement.isDecisive(mark));
      }
    }

    private void visit(IndexedQuery filed, boolean holds) {
      if (holds || (isFirstVisit(filed) && satisfies(filed))) {
        filed.forEachId(id -> add(id, filed));
      }
    }
  }

  private boolean satisfies(IndexedQuery filed) {
    return filed.formula.holds(presentAtoms)
        && (filed.formula.isExact() || evaluator.holds(filed.condition));
  }

  /// Several leaves may lead to a query; it is evaluated once.
  private boolean isFirstVisit(IndexedQuery filed) {
    return filed.hasSingleAtom() || seenQueries.add(filed);
  }

  private void add(long id, PostingList<IndexedQuery> filed) {
    matches.add(new Match(id, filed, evaluator));
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
