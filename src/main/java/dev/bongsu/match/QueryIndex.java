package dev.bongsu.match;

import dev.bongsu.analysis.AnalysedText;
import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.analysis.TextKeys;
import dev.bongsu.query.CompiledQuery;
import dev.bongsu.query.Condition;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryCompiler;
import dev.bongsu.query.QueryId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// All standing queries, in memory. The keys of an article lead to the atoms present in it; each
/// atom lists the queries of which it is the rarest requirement.
///
/// One thread writes at a time and others wait; readers do not lock (a sequence lock: a reader that
/// overlaps a move of queries reads again). `match` sees what was put before it began. While a
/// query is being replaced, the old or the new one matches.
public final class QueryIndex {
  private static final int LONG_TEXT_CHARACTERS = 100_000;

  /// A reader that meets moving queries this often in a row takes the write lock.
  private static final int MAX_OPTIMISTIC_READS = 5;

  /// The number of queries whose placement is checked with each article after frequencies changed.
  private static final int REBALANCED_PER_ARTICLE = 128;

  private final AnalysisChain chain;
  private final QueryCompiler compiler;
  private final KeyFrequencies frequencies = new KeyFrequencies();
  private final AtomIndex atoms = new AtomIndex(frequencies);
  private final PlacementPlanner planner = new PlacementPlanner(atoms, frequencies);
  private final ReentrantLock writeLock = new ReentrantLock();
  private final ReentrantLock longTextLock = new ReentrantLock();

  /// The sequence number: increased after a query is added to its new atoms and before it is
  /// removed from the old ones, so a reader that found it at neither notices. A `StampedLock` would
  /// refuse readers during the whole change.
  private final AtomicInteger moveCount = new AtomicInteger();

  /// Writer thread only.
  private final LongMap<IndexedQuery> byId = new LongMap<>();

  /// Distinct queries by a hash of their canonical form. Writer thread only.
  private final LongMap<IndexedQuery> distinct = new LongMap<>();

  /// The revision of the frequencies that all placements follow, and the progress of the next.
  private volatile int rebalancedRevision;

  private int rebalancePosition;

  public QueryIndex(AnalysisChain chain, QueryCompiler compiler) {
    this.chain = chain;
    this.compiler = compiler;
  }

  /// Adds a query, or replaces the one with this id.
  ///
  /// @throws IllegalArgumentException if the query cannot be compiled, see `QueryCompiler`
  public void put(QueryId id, Query query) {
    CompiledQuery compiled = compiler.compile(query);
    writeLock.lock();
    try {
      IndexedQuery before = byId.get(id.value());
      IndexedQuery known = findDistinct(compiled);
      if (before != null && before == known) {
        return;
      }
      // Add before removing: a concurrent reader finds the old query or the new one, or both.
      if (known == null) {
        add(compiled, id.value());
      } else {
        replace(known, known.withId(id.value()));
      }
      if (before != null) {
        moveCount.incrementAndGet();
        removeId(before, id.value());
      }
    } finally {
      writeLock.unlock();
    }
  }

  /// Removes a query; no effect if the id is unknown.
  public void remove(QueryId id) {
    writeLock.lock();
    try {
      IndexedQuery known = byId.get(id.value());
      if (known != null) {
        byId.remove(id.value());
        removeId(known, id.value());
      }
    } finally {
      writeLock.unlock();
    }
  }

  /// Counts the keys of a text, as a sample of the matched texts is counted.
  void learnFrequencies(String text) {
    frequencies.count(chain.analyse(text).keys(atoms.prefixLengths()));
  }

  /// Changes if words are analysed differently.
  long analysisFingerprint() {
    return chain.queryFingerprint();
  }

  /// The number of ids, not of distinct queries.
  public int size() {
    return byId.size();
  }

  /// The number of distinct queries.
  public int distinct() {
    return distinct.size();
  }

  /// The number of keys that lead to a query, for tests.
  int keyCount() {
    return atoms.keyCount();
  }

  /// The number of distinct queries placed at a word, for tests.
  int queryCountUnder(Query word) {
    return atoms.atomOf(compiler.compile(word).condition()).queryCount();
  }

  /// All queries that an article satisfies, in order of their ids.
  ///
  /// Long texts are matched one at a time: they take 60 MB of memory a million characters.
  public List<Match> match(MatchInput input) {
    if (input.text().length() <= LONG_TEXT_CHARACTERS) {
      return matches(input);
    }
    longTextLock.lock();
    try {
      return matches(input);
    } finally {
      longTextLock.unlock();
    }
  }

  private List<Match> matches(MatchInput input) {
    AnalysedText text = chain.analyse(input.text());
    List<Match> matches = find(input, text);
    if (rebalancedRevision != frequencies.revision() && writeLock.tryLock()) {
      try {
        rebalance(REBALANCED_PER_ARTICLE);
      } finally {
        writeLock.unlock();
      }
    }
    return matches;
  }

  private List<Match> find(MatchInput input, AnalysedText text) {
    for (int read = 0; read < MAX_OPTIMISTIC_READS; read++) {
      int before = moveCount.get();
      List<Match> matches = findOnce(input, text);
      if (moveCount.get() == before) {
        return matches;
      }
    }
    writeLock.lock();
    try {
      return findOnce(input, text);
    } finally {
      writeLock.unlock();
    }
  }

  private List<Match> findOnce(MatchInput input, AnalysedText text) {
    TextKeys keys = text.keys(atoms.prefixLengths());
    frequencies.sample(keys);
    input.fields().forEachKey(keys::add);
    IndexLookup lookup =
        new IndexLookup(atoms, new ConditionEvaluator(text, input.titleEnd(), input.fields()));
    lookup.find(keys);
    return lookup.matches();
  }

  /// The indexed query with the same canonical form; null if there is none.
  private @Nullable IndexedQuery findDistinct(CompiledQuery query) {
    IndexedQuery known = distinct.get(query.canonicalHash());
    return known != null && CompiledQuery.of(known.condition).canonical().equals(query.canonical())
        ? known
        : null;
  }

  private void add(CompiledQuery query, long id) {
    Condition condition = atoms.acquire(query.condition());
    IndexedQuery added = new IndexedQuery(condition, planner.plan(condition), id);
    added.addToAtoms();
    byId.put(id, added);
    if (distinct.get(query.canonicalHash()) == null) {
      distinct.put(query.canonicalHash(), added);
    }
  }

  /// Removes one id of a query, and the query with its last id.
  private void removeId(IndexedQuery query, long id) {
    if (query.hasSingleId()) {
      query.removeFromAtoms();
      long hash = CompiledQuery.of(query.condition).canonicalHash();
      if (distinct.get(hash) == query) {
        distinct.remove(hash);
      }
      atoms.release(query.condition);
    } else {
      replace(query, query.withoutId(id));
    }
  }

  private void replace(IndexedQuery before, IndexedQuery now) {
    now.addToAtoms();
    now.forEachId(id -> byId.put(id, now));
    long hash = CompiledQuery.of(now.condition).canonicalHash();
    if (distinct.get(hash) == before) {
      distinct.put(hash, now);
    }
    moveCount.incrementAndGet();
    before.removeFromAtoms();
  }

  /// Moves queries to atoms that have become much rarer than theirs. Probes some queries a call and
  /// skips those with a cheap placement. Writer thread only.
  private void rebalance(int queries) {
    int now = frequencies.revision();
    List<IndexedQuery> some = new ArrayList<>();
    rebalancePosition = distinct.scan(rebalancePosition, queries, some::add);
    for (IndexedQuery query : some) {
      long cost = planner.cost(query.placement().atoms);
      if (cost > PlacementPlanner.MIN_REBALANCE_COST && !query.condition.isAtom()) {
        Placement better = planner.plan(query.condition);
        if (planner.cost(better.atoms) * 2 < cost) {
          replace(query, query.withPlacement(better));
        }
      }
    }
    if (rebalancePosition == 0) {
      rebalancedRevision = now;
    }
  }
}
