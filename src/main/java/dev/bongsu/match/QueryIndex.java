package dev.bongsu.match;

import dev.bongsu.match.Filed.Standing;
import dev.bongsu.query.CompiledQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryCompiler;
import dev.bongsu.query.QueryId;
import dev.bongsu.text.AnalysedText;
import dev.bongsu.text.AnalysisChain;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.concurrent.locks.ReentrantLock;

/// All standing queries, in memory. Each distinct query is filed under keys of which an article
/// that satisfies it has at least one; an article's keys lead to the few queries worth evaluating.
///
/// One thread writes at a time and others wait; readers never wait. What was put before `match`
/// began is seen by it. While a query is being replaced, the old or the new one matches.
public final class QueryIndex {
  private static final int LONGEST_PREFIX = 400;
  private static final int LONG = 100_000;

  private final AnalysisChain chain;
  private final QueryCompiler compiler;
  private final KeyFrequencies frequencies = new KeyFrequencies();
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock longTexts = new ReentrantLock();

  /// Written by the writer, read by all.
  private final LongMap<Slots<Filed>> byKey = new LongMap<>();

  private final LongMap<Standing> byId = new LongMap<>();

  /// The writer's own: distinct queries by a hash of their canonical form.
  private final LongMap<Filed> distinct = new LongMap<>();

  /// How many distinct queries ask for a prefix of each length.
  private final int[] prefixes = new int[LONGEST_PREFIX + 1];

  private volatile int[] prefixLengths = {};

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
      Standing before = byId.get(id.value());
      Filed now = filed(compiled);
      if (before == null || before.filed != now) {
        // First in, then out: a reader in between finds one of the two rather than none.
        Standing standing = new Standing(id.value(), now);
        standing.slot = now.standing.add(standing);
        byId.put(id.value(), standing);
        if (before != null) {
          leave(before);
        }
      }
    } finally {
      writing.unlock();
    }
  }

  /// Forgets a query; one that is not there is fine.
  public void remove(QueryId id) {
    writing.lock();
    try {
      Standing standing = byId.get(id.value());
      if (standing != null) {
        byId.remove(id.value());
        leave(standing);
      }
    } finally {
      writing.unlock();
    }
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
    return byKey.size();
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
    frequencies.sample(text);
    Candidates candidates =
        new Candidates(byKey, new Evaluation(text, subject.titleEnd(), subject.facts()));
    text.forEachKey(candidates::take);
    text.forEachPrefixKey(prefixLengths, candidates::take);
    subject.facts().forEachKey(candidates::take);
    return candidates.matches();
  }

  /// The distinct query of this meaning, new or known.
  private Filed filed(CompiledQuery query) {
    long hash = query.canonicalHash();
    Filed known = distinct.get(hash);
    if (known != null && CompiledQuery.of(known.condition).canonical().equals(query.canonical())) {
      return known;
    }
    Filed filed = new Filed(query.condition(), query.requiredKeys(this::load));
    for (long key : filed.keys) {
      filed.slot(key, byKey.computeIfAbsent(key, _ -> new Slots<>()).add(filed));
    }
    count(query, 1);
    if (known == null) {
      distinct.put(hash, filed);
    }
    return filed;
  }

  /// How much work a key makes: texts that have it, and of equally rare ones queries under it.
  private int load(long key) {
    Slots<Filed> there = byKey.get(key);
    int crowd = there == null ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(there.size());
    return frequencies.of(key) * Integer.SIZE + crowd;
  }

  private void leave(Standing standing) {
    Filed filed = standing.filed;
    filed.standing.remove(standing.slot, (moved, slot) -> moved.slot = slot);
    if (filed.standing.isEmpty()) {
      withdraw(filed);
    }
  }

  private void withdraw(Filed filed) {
    CompiledQuery query = CompiledQuery.of(filed.condition);
    if (distinct.get(query.canonicalHash()) == filed) {
      distinct.remove(query.canonicalHash());
    }
    for (long key : filed.keys) {
      Slots<Filed> there = Objects.requireNonNull(byKey.get(key));
      there.remove(filed.slot(key), (moved, slot) -> moved.slot(key, slot));
      if (there.isEmpty()) {
        byKey.remove(key);
      }
    }
    count(query, -1);
  }

  private void count(CompiledQuery query, int change) {
    boolean changed = false;
    for (var term : query.terms()) {
      int length = Math.min(term.prefixLength(), LONGEST_PREFIX);
      if (length > 0) {
        prefixes[length] += change;
        changed = true;
      }
    }
    if (changed) {
      prefixLengths =
          IntStream.rangeClosed(1, LONGEST_PREFIX).filter(length -> prefixes[length] > 0).toArray();
    }
  }
}
