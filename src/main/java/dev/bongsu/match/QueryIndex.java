package dev.bongsu.match;

import dev.bongsu.query.CompiledQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryId;
import dev.bongsu.text.AnalysedText;
import dev.bongsu.text.AnalysisChain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// All standing queries, in memory. Each distinct query is filed under keys of which a text that
/// satisfies it has at least one; a text's keys lead to the few queries worth evaluating.
///
/// One thread writes at a time and others wait; readers never wait. What was put before `match`
/// began is seen by it. While a query is being replaced, the old or the new one matches.
public final class QueryIndex {
  private final AnalysisChain chain;
  private final KeyFrequencies frequencies = new KeyFrequencies();
  private final ReentrantLock writing = new ReentrantLock();

  /// Written by the writer, read by all.
  private final Map<String, List<Filed>> byKey = new ConcurrentHashMap<>();

  /// The writer's own.
  private final Map<String, Filed> byCanonical = new HashMap<>();

  private final Map<QueryId, Filed> byId = new ConcurrentHashMap<>();

  /// A distinct query, where it is filed, and who asked it.
  private static final class Filed {
    final CompiledQuery query;
    final Set<String> keys;
    volatile List<QueryId> ids = List.of();

    Filed(CompiledQuery query, Set<String> keys) {
      this.query = query;
      this.keys = keys;
    }
  }

  public QueryIndex(AnalysisChain chain) {
    this.chain = chain;
  }

  /// Adds a query, or replaces the one with this id.
  ///
  /// @throws IllegalArgumentException if the query requires nothing
  public void put(QueryId id, Query query) {
    CompiledQuery compiled = CompiledQuery.of(query, chain);
    writing.lock();
    try {
      Filed now = byCanonical.computeIfAbsent(compiled.canonical(), _ -> file(compiled));
      Filed before = byId.put(id, now);
      if (before != now) {
        // First in, then out: a reader in between finds one of the two rather than none.
        now.ids = with(now.ids, id);
        if (before != null) {
          leave(before, id);
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
      Filed filed = byId.remove(id);
      if (filed != null) {
        leave(filed, id);
      }
    } finally {
      writing.unlock();
    }
  }

  /// The number of ids, not of distinct queries.
  public int size() {
    return byId.size();
  }

  /// The number of keys that lead to a query, for tests.
  int filedKeys() {
    return byKey.size();
  }

  /// All queries that a text satisfies, in order of their ids.
  ///
  /// @param text of an article: title, line feed, body
  public List<Match> match(String text) {
    AnalysedText analysed = chain.analyse(text);
    frequencies.sample(analysed);
    Evaluation evaluation = new Evaluation(analysed);
    Map<Long, Match> matches = new TreeMap<>();
    for (Filed candidate : candidates(analysed)) {
      evaluation
          .of(candidate.query.condition())
          .ifPresent(
              spans ->
                  candidate.ids.forEach(
                      id -> matches.putIfAbsent(id.value(), new Match(id, spans))));
    }
    return List.copyOf(matches.values());
  }

  private Set<Filed> candidates(AnalysedText text) {
    Set<Filed> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
    text.forEachKey(key -> candidates.addAll(byKey.getOrDefault(key, List.of())));
    return candidates;
  }

  private Filed file(CompiledQuery query) {
    Filed filed = new Filed(query, query.requiredKeys(frequencies::of));
    filed.keys.forEach(key -> byKey.merge(key, List.of(filed), QueryIndex::joined));
    return filed;
  }

  private void leave(Filed filed, QueryId id) {
    filed.ids = without(filed.ids, id);
    if (filed.ids.isEmpty()) {
      byCanonical.remove(filed.query.canonical());
      filed.keys.forEach(
          key ->
              byKey.computeIfPresent(
                  key,
                  (_, there) -> {
                    List<Filed> rest = without(there, filed);
                    return rest.isEmpty() ? null : rest;
                  }));
    }
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static <T> List<T> with(List<T> some, T one) {
    return joined(some, List.of(one));
  }

  private static <T> List<T> without(List<T> some, T one) {
    return some.stream().filter(other -> !other.equals(one)).toList();
  }
}
