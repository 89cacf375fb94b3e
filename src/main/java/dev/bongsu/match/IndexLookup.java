package dev.bongsu.match;

import dev.bongsu.analysis.TextKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Finds the queries that one article satisfies. Its keys lead to the atoms present in it, these to
/// candidate queries. Most candidates are decided by their signature, the others are evaluated
/// once.
final class IndexLookup {
  private static final int INITIAL_CAPACITY = 256;

  private final AtomIndex atoms;
  private final ConditionEvaluator evaluator;

  /// The signatures of the article's tokens.
  private final LongSet tokenSignatures = new LongSet(INITIAL_CAPACITY);

  /// The numbers of the article's atoms.
  private final LongSet presentAtoms = new LongSet(INITIAL_CAPACITY);

  private final List<Atom> foundAtoms = new ArrayList<>(INITIAL_CAPACITY);
  private final Set<IndexedQuery> seenQueries = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Match> matches = new ArrayList<>(INITIAL_CAPACITY);
  private final AtomVisitor atomVisitor = new AtomVisitor();
  private final QueryVisitor queryVisitor = new QueryVisitor();

  IndexLookup(AtomIndex atoms, ConditionEvaluator evaluator) {
    this.atoms = atoms;
    this.evaluator = evaluator;
  }

  /// Probes keys in batches, each step for all of them before the next step: the processor then
  /// waits for many memory reads at once, and waiting for memory is most of the time.
  ///
  /// @param keys of the article; consumed
  void find(TextKeys keys) {
    for (int i = 0; i < keys.tokenKeyCount(); i++) {
      tokenSignatures.add(Atom.signature(keys.get(i)));
    }
    keys.retainIf(atoms::mightContain);
    LongSet distinct = new LongSet(keys.size());
    keys.retainIf(distinct::add);
    findAtoms(keys);
    List<PostingList<IndexedQuery>> queries = new ArrayList<>(foundAtoms.size());
    for (Atom atom : foundAtoms) {
      PostingList<IndexedQuery> postings = IndexedQuery.placedAt(atom);
      if (postings != null) {
        queries.add(postings);
      }
    }
    for (PostingList<IndexedQuery> postings : queries) {
      postings.accept(queryVisitor);
    }
  }

  private void findAtoms(TextKeys keys) {
    List<PostingList<Atom>> found = new ArrayList<>(keys.size());
    keys.retainIf(
        key -> {
          PostingList<Atom> postings = atoms.postings(key);
          return postings != null && found.add(postings);
        });
    for (int i = 0; i < found.size(); i++) {
      atomVisitor.key = keys.get(i);
      found.get(i).accept(atomVisitor);
    }
  }

  private final class AtomVisitor implements PostingList.Visitor<Atom> {
    private long key;

    @Override
    public boolean mayMatch(int signature) {
      return signature == 0 || tokenSignatures.contains(signature);
    }

    @Override
    public void visit(PostingList<Atom> item, int signature, long id) {
      Atom atom = (Atom) item;
      if (!presentAtoms.contains(atom.number)
          && (atom.isDecisive(key) || evaluator.holds(atom.condition))) {
        presentAtoms.add(atom.number);
        foundAtoms.add(atom);
      }
    }
  }

  private final class QueryVisitor implements PostingList.Visitor<IndexedQuery> {
    @Override
    public boolean mayMatch(int signature) {
      return Remainder.mayMatch(signature, presentAtoms);
    }

    /// Emits a match that its signature decides without loading the query.
    @Override
    public void visit(PostingList<IndexedQuery> item, int signature, long id) {
      if (Remainder.isDecisive(signature) && id != 0) {
        add(id, item);
      } else {
        visit((IndexedQuery) item, Remainder.isDecisive(signature));
      }
    }

    private void visit(IndexedQuery query, boolean holds) {
      if (holds || (isFirstVisit(query) && satisfies(query))) {
        query.forEachId(id -> add(id, query));
      }
    }
  }

  private boolean satisfies(IndexedQuery query) {
    return query.formula.holds(presentAtoms)
        && (query.formula.isExact() || evaluator.holds(query.condition));
  }

  /// Several atoms may lead to a query; it is evaluated once.
  private boolean isFirstVisit(IndexedQuery query) {
    return query.hasSingleAtom() || seenQueries.add(query);
  }

  private void add(long id, PostingList<IndexedQuery> query) {
    matches.add(new Match(id, query, evaluator));
  }

  /// All matches in order of their ids, without the duplicates that two atoms led to.
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
