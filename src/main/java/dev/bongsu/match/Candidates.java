package dev.bongsu.match;

import dev.bongsu.match.Filed.Standing;
import dev.bongsu.query.QueryId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The queries that an article's keys lead to, each evaluated once.
final class Candidates {
  private final LongMap<Slots<Filed>> byKey;
  private final Evaluation evaluation;
  private final Set<Slots<Filed>> seenKeys = Collections.newSetFromMap(new IdentityHashMap<>(256));
  private final Set<Filed> seenQueries = Collections.newSetFromMap(new IdentityHashMap<>(256));
  private final List<Match> matches = new ArrayList<>();

  Candidates(LongMap<Slots<Filed>> byKey, Evaluation evaluation) {
    this.byKey = byKey;
    this.evaluation = evaluation;
  }

  /// Evaluates what is filed under a key.
  void take(long key) {
    Slots<Filed> there = byKey.get(key);
    if (there != null && seenKeys.add(there)) {
      there.forEach(this::take);
    }
  }

  private void take(Filed filed) {
    if (filed.keys.length == 1 || seenQueries.add(filed)) {
      evaluation.of(filed.condition).ifPresent(spans -> filed.standing.forEach(s -> add(s, spans)));
    }
  }

  private void add(Standing standing, List<Span> spans) {
    matches.add(new Match(new QueryId(standing.id), spans));
  }

  /// All matches in order of their ids. One that is being replaced may have been found twice.
  List<Match> matches() {
    matches.sort(Comparator.comparingLong(match -> match.query().value()));
    List<Match> each = new ArrayList<>(matches.size());
    for (Match match : matches) {
      if (each.isEmpty() || !each.getLast().query().equals(match.query())) {
        each.add(match);
      }
    }
    return each;
  }
}
