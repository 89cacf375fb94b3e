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
  private static final int LONG = 100_000;

  /// So often a reader looks again because queries moved under it; then nothing may move.
  private static final int LOOKS = 5;

  /// With each article the filing of so many queries is looked over while it is out of date.
  private static final int LOOKED_OVER = 128;

  private final AnalysisChain chain;
  private final QueryCompiler compiler;
  private final KeyFrequencies frequencies = new KeyFrequencies();
  private final Leaves leaves = new Leaves(frequencies);
  private final FilingPlan plan = new FilingPlan(leaves, frequencies);
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock longTexts = new ReentrantLock();

  /// Goes up after a query came to its new place, and before it leaves the old one: who saw it in
  /// neither sees that.
  private final AtomicInteger moves = new AtomicInteger();

  /// The writer's own.
  private final LongMap<Filed> byId = new LongMap<>();

  /// The writer's own: distinct queries by a hash of their canonical form.
  private final LongMap<Filed> distinct = new LongMap<>();

  /// The edition of the frequencies for which the filing is looked over, and how far that is.
  private volatile int edition;

  private int lookedOver;

  public QueryIndex(AnalysisChain chain, QueryCompiler compiler) {
    this.chain = chain;
    this.compiler = compiler;
  }

  /// Adds a query, or replaces the one with this id.
  ///
  /// @throws IllegalArgumentException if the query cannot be compiled, see `QueryCompiler`
  public void put(QueryId id, Query query) {
    CompiledQuery compiled = compiler.compile(query);
    writing.lock();
    try {
      Filed before = byId.get(id.value());
      Filed known = known(compiled);
      if (before != null && before == known) {
        return;
      }
      // First in, then out: a reader in between finds one of the two rather than none.
      if (known == null) {
        add(compiled, id.value());
      } else {
        exchange(known, known.with(id.value()));
      }
      if (before != null) {
        moves.incrementAndGet();
        leave(before, id.value());
      }
    } finally {
      writing.unlock();
    }
  }

  /// Forgets a query; one that is not there is fine.
  public void remove(QueryId id) {
    writing.lock();
    try {
      Filed filed = byId.get(id.value());
      if (filed != null) {
        byId.remove(id.value());
        leave(filed, id.value());
      }
    } finally {
      writing.unlock();
    }
  }

  /// Learns from a text which words are frequent, as from some of those that are matched.
  void learn(String text) {
    frequencies.count(chain.analyse(text).keys(leaves.prefixLengths()));
  }

  /// Another number if words are analysed in another way.
  long analysis() {
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
  int filedKeys() {
    return leaves.keys();
  }

  /// How many distinct queries are filed under a word, for tests.
  int filedUnder(Query word) {
    return leaves.of(compiler.compile(word).condition()).crowd();
  }

  /// All queries that an article satisfies, in order of their ids.
  ///
  /// Of long texts one at a time is worked on: they take memory, 60 MB a million characters.
  public List<Match> match(Subject subject) {
    if (subject.text().length() <= LONG) {
      return matches(subject);
    }
    longTexts.lock();
    try {
      return matches(subject);
    } finally {
      longTexts.unlock();
    }
  }

  private List<Match> matches(Subject subject) {
    AnalysedText text = chain.analyse(subject.text());
    List<Match> matches = find(subject, text);
    if (edition != frequencies.edition() && writing.tryLock()) {
      try {
        lookOver(LOOKED_OVER);
      } finally {
        writing.unlock();
      }
    }
    return matches;
  }

  private List<Match> find(Subject subject, AnalysedText text) {
    for (int look = 0; look < LOOKS; look++) {
      int before = moves.get();
      List<Match> matches = look(subject, text);
      if (moves.get() == before) {
        return matches;
      }
    }
    writing.lock();
    try {
      return look(subject, text);
    } finally {
      writing.unlock();
    }
  }

  private List<Match> look(Subject subject, AnalysedText text) {
    TextKeys keys = text.keys(leaves.prefixLengths());
    frequencies.sample(keys);
    subject.facts().forEachKey(keys::add);
    Candidates candidates =
        new Candidates(leaves, new Evaluation(text, subject.titleEnd(), subject.facts()));
    candidates.find(keys);
    return candidates.matches();
  }

  /// The distinct query of this meaning, if there is one.
  private @Nullable Filed known(CompiledQuery query) {
    Filed known = distinct.get(query.canonicalHash());
    return known != null && CompiledQuery.of(known.condition).canonical().equals(query.canonical())
        ? known
        : null;
  }

  private void add(CompiledQuery query, long id) {
    Condition condition = leaves.acquire(query.condition());
    Filed filed = new Filed(condition, plan.of(condition), id);
    enter(filed);
    byId.put(id, filed);
    if (distinct.get(query.canonicalHash()) == null) {
      distinct.put(query.canonicalHash(), filed);
    }
  }

  /// Ends one id of a query.
  private void leave(Filed filed, long id) {
    if (filed.hasOneId()) {
      withdraw(filed);
      long hash = CompiledQuery.of(filed.condition).canonicalHash();
      if (distinct.get(hash) == filed) {
        distinct.remove(hash);
      }
      leaves.release(filed.condition);
    } else {
      exchange(filed, filed.without(id));
    }
  }

  private void exchange(Filed before, Filed now) {
    enter(now);
    now.forEachId(id -> byId.put(id, now));
    long hash = CompiledQuery.of(now.condition).canonicalHash();
    if (distinct.get(hash) == before) {
      distinct.put(hash, now);
    }
    moves.incrementAndGet();
    withdraw(before);
  }

  private static void enter(Filed filed) {
    filed.forEachLeaf(leaf -> leaf.add(filed));
  }

  private static void withdraw(Filed filed) {
    filed.forEachLeaf(leaf -> leaf.remove(filed));
  }

  /// Files some queries elsewhere if others of their words are much rarer by now. For the writer.
  private void lookOver(int queries) {
    int now = frequencies.edition();
    List<Filed> some = new ArrayList<>();
    lookedOver = distinct.scan(lookedOver, queries, some::add);
    for (Filed filed : some) {
      long load = plan.load(filed);
      if (load > FilingPlan.LIGHT && !filed.condition.isAtom()) {
        Filing better = plan.of(filed.condition);
        if (plan.load(better.leaves) * 2 < load) {
          exchange(filed, filed.filed(better));
        }
      }
    }
    if (lookedOver == 0) {
      edition = now;
    }
  }
}
