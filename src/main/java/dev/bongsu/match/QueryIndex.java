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

/// All standing queries, in memory. What they ask for, the leaves, are found in an article by its
/// keys, each once; under each leaf are the queries of which it is the rarest that they require.
///
/// One thread writes at a time and others wait; readers never wait. What was put before `match`
/// began is seen by it. While a query is being replaced, the old or the new one matches.
public final class QueryIndex {
  private static final int LONG_TEXT_CHARACTERS = 100_000;

  /// So often a reader looks again because queries moved under it; then nothing may move.
  private static final int MAX_OPTIMISTIC_READS = 5;

  /// With each article the filing of so many queries is looked over while it is out of date.
  private static final int REBALANCED_PER_ARTICLE = 128;

  private final AnalysisChain chain;
  private final QueryCompiler compiler;
  private final KeyFrequencies frequencies = new KeyFrequencies();
  private final AtomIndex atoms = new AtomIndex(frequencies);
  private final PlacementPlanner planner = new PlacementPlanner(atoms, frequencies);
  private final ReentrantLock writeLock = new ReentrantLock();
  private final ReentrantLock longTextLock = new ReentrantLock();

  /// Goes up after a query came to its new place, and before it leaves the old one: who saw it in
  /// neither sees that.
  private final AtomicInteger moveCount = new AtomicInteger();

  /// The writer's own.
  private final LongMap<IndexedQuery> byId = new LongMap<>();

  /// The writer's own: distinct queries by a hash of their canonical form.
  private final LongMap<IndexedQuery> distinct = new LongMap<>();

  /// The edition of the frequencies for which the filing is looked over, and how far that is.
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
      // First in, then out: a reader in between finds one of the two rather than none.
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

  /// Forgets a query; one that is not there is fine.
  public void remove(QueryId id) {
    writeLock.lock();
    try {
      IndexedQuery filed = byId.get(id.value());
      if (filed != null) {
        byId.remove(id.value());
        removeId(filed, id.value());
      }
    } finally {
      writeLock.unlock();
    }
  }

  /// Learns from a text which words are frequent, as from some of those that are matched.
  void learnFrequencies(String text) {
    frequencies.count(chain.analyse(text).keys(atoms.prefixLengths()));
  }

  /// Another number if words are analysed in another way.
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

  /// How many distinct queries are filed under a word, for tests.
  int queryCountUnder(Query word) {
    return atoms.atomOf(compiler.compile(word).condition()).queryCount();
  }

  /// All queries that an article satisfies, in order of their ids.
  ///
  /// Of long texts one at a time is worked on: they take memory, 60 MB a million characters.
  public List<Match> match(MatchInput subject) {
    if (subject.text().length() <= LONG_TEXT_CHARACTERS) {
      return matches(subject);
    }
    longTextLock.lock();
    try {
      return matches(subject);
    } finally {
      longTextLock.unlock();
    }
  }

  private List<Match> matches(MatchInput subject) {
    AnalysedText text = chain.analyse(subject.text());
    List<Match> matches = find(subject, text);
    if (rebalancedRevision != frequencies.revision() && writeLock.tryLock()) {
      try {
        rebalance(REBALANCED_PER_ARTICLE);
      } finally {
        writeLock.unlock();
      }
    }
    return matches;
  }

  private List<Match> find(MatchInput subject, AnalysedText text) {
    for (int look = 0; look < MAX_OPTIMISTIC_READS; look++) {
      int before = moveCount.get();
      List<Match> matches = findOnce(subject, text);
      if (moveCount.get() == before) {
        return matches;
      }
    }
    writeLock.lock();
    try {
      return findOnce(subject, text);
    } finally {
      writeLock.unlock();
    }
  }

  private List<Match> findOnce(MatchInput subject, AnalysedText text) {
    TextKeys keys = text.keys(atoms.prefixLengths());
    frequencies.sample(keys);
    subject.fields().forEachKey(keys::add);
    IndexLookup candidates =
        new IndexLookup(atoms, new ConditionEvaluator(text, subject.titleEnd(), subject.fields()));
    candidates.find(keys);
    return candidates.matches();
  }

  /// The distinct query of this meaning, if there is one.
  private @Nullable IndexedQuery findDistinct(CompiledQuery query) {
    IndexedQuery known = distinct.get(query.canonicalHash());
    return known != null && CompiledQuery.of(known.condition).canonical().equals(query.canonical())
        ? known
        : null;
  }

  private void add(CompiledQuery query, long id) {
    Condition condition = atoms.acquire(query.condition());
    IndexedQuery filed = new IndexedQuery(condition, planner.plan(condition), id);
    addToAtoms(filed);
    byId.put(id, filed);
    if (distinct.get(query.canonicalHash()) == null) {
      distinct.put(query.canonicalHash(), filed);
    }
  }

  /// Ends one id of a query.
  private void removeId(IndexedQuery filed, long id) {
    if (filed.hasSingleId()) {
      removeFromAtoms(filed);
      long hash = CompiledQuery.of(filed.condition).canonicalHash();
      if (distinct.get(hash) == filed) {
        distinct.remove(hash);
      }
      atoms.release(filed.condition);
    } else {
      replace(filed, filed.withoutId(id));
    }
  }

  private void replace(IndexedQuery before, IndexedQuery now) {
    addToAtoms(now);
    now.forEachId(id -> byId.put(id, now));
    long hash = CompiledQuery.of(now.condition).canonicalHash();
    if (distinct.get(hash) == before) {
      distinct.put(hash, now);
    }
    moveCount.incrementAndGet();
    removeFromAtoms(before);
  }

  private static void addToAtoms(IndexedQuery filed) {
    filed.forEachAtom(leaf -> leaf.add(filed));
  }

  private static void removeFromAtoms(IndexedQuery filed) {
    filed.forEachAtom(leaf -> leaf.remove(filed));
  }

  /// Files some queries elsewhere if others of their words are much rarer by now. For the writer.
  private void rebalance(int queries) {
    int now = frequencies.revision();
    List<IndexedQuery> some = new ArrayList<>();
    rebalancePosition = distinct.scan(rebalancePosition, queries, some::add);
    for (IndexedQuery filed : some) {
      long load = planner.cost(filed);
      if (load > PlacementPlanner.MIN_REBALANCE_COST && !filed.condition.isAtom()) {
        Placement better = planner.plan(filed.condition);
        if (planner.cost(better.atoms) * 2 < load) {
          replace(filed, filed.withPlacement(better));
        }
      }
    }
    if (rebalancePosition == 0) {
      rebalancedRevision = now;
    }
  }
}
