package dev.bongsu.match;

import dev.bongsu.analysis.AnalysedText;
import dev.bongsu.analysis.Occurrence;
import dev.bongsu.analysis.Proximity;
import dev.bongsu.analysis.SearchTerm;
import dev.bongsu.query.ArticleFields;
import dev.bongsu.query.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Evaluates any number of conditions on one article. The only place that defines what a condition
/// means.
final class ConditionEvaluator {
  /// More than a person reads; a long page of one word has a hundred thousand.
  private static final int MAX_SPANS = 1000;

  private final AnalysedText text;
  private final Prominence prominence;
  private final ArticleFields fields;

  /// Of terms that were found in the text.
  private final Map<SearchTerm, List<Occurrence>> occurrences = new HashMap<>();

  /// Half of all queries are one word, with or without exclusions, and many share it.
  private final IdentityHashMap<List<Occurrence>, List<Span>> singleTermSpans =
      new IdentityHashMap<>();

  ConditionEvaluator(AnalysedText text, int titleEnd, ArticleFields fields) {
    this.text = text;
    this.prominence = new Prominence(text, titleEnd);
    this.fields = fields;
  }

  /// The spans of a condition that holds, at most 1 000; empty if it does not hold.
  Optional<List<Span>> evaluate(Condition condition) {
    return holds(condition) ? Optional.of(spans(condition)) : Optional.empty();
  }

  /// The spans of a condition that is known to hold, at most 1 000.
  List<Span> spans(Condition condition) {
    List<List<Occurrence>> places = new ArrayList<>();
    collect(condition, Scope.ANYWHERE, places);
    return places.size() == 1
        ? singleTermSpans.computeIfAbsent(places.getFirst(), found -> merged(List.of(found)))
        : merged(places);
  }

  /// Whether a condition holds.
  boolean holds(Condition condition) {
    return holds(condition, Scope.ANYWHERE);
  }

  /// Whether a condition holds in a scope.
  boolean holds(Condition condition, Scope scope) {
    return switch (condition) {
      case Condition.Contains(SearchTerm term) when scope == Scope.ANYWHERE ->
          occurrences.containsKey(term) || text.contains(term);
      case Condition.Contains(SearchTerm term) -> prominence.isIn(scope, find(term), 1);
      case Condition.Near(List<List<SearchTerm>> words, Proximity nearness) ->
          prominence.isIn(scope, text.findNear(words, nearness), words.size());
      case Condition.InTitle(Condition part) -> holds(part, Scope.TITLE);
      case Condition.About(Condition part) -> holds(part, narrowest(scope));
      case Condition.FieldEquals is -> fields.satisfy(is);
      case Condition.All(List<Condition> parts) -> allHold(parts, scope);
      case Condition.Any(List<Condition> parts) -> anyHolds(parts, scope);
      case Condition.OrElse(Condition first, Condition other) ->
          holds(first, scope) || holds(other, scope);
      // What is not wanted in the title may stand in the body; an article about 훈련 without 야구 has
      // none at all.
      case Condition.None(Condition part) ->
          !holds(part, scope == Scope.TITLE ? scope : Scope.ANYWHERE);
    };
  }

  private static Scope narrowest(Scope scope) {
    return scope == Scope.ANYWHERE ? Scope.ABOUT : scope;
  }

  // Loops, for a stream would cost more than most conditions.
  private boolean allHold(List<Condition> parts, Scope scope) {
    for (Condition part : parts) {
      if (!holds(part, scope)) {
        return false;
      }
    }
    return true;
  }

  private boolean anyHolds(List<Condition> parts, Scope scope) {
    for (Condition part : parts) {
      if (holds(part, scope)) {
        return true;
      }
    }
    return scope == Scope.ABOUT && prominence.isIn(scope, mentions(parts), 1);
  }

  /// The places of the terms among alternatives: 랜섬웨어 twice and ransomware once are three.
  private List<Occurrence> mentions(List<Condition> parts) {
    List<Occurrence> mentions = new ArrayList<>();
    for (Condition part : parts) {
      if (part instanceof Condition.Contains(SearchTerm term)) {
        mentions.addAll(find(term));
      }
    }
    return mentions;
  }

  private void collect(Condition condition, Scope scope, List<List<Occurrence>> places) {
    switch (condition) {
      case Condition.Contains(SearchTerm term) -> add(find(term), scope, places);
      case Condition.Near(List<List<SearchTerm>> words, Proximity nearness) ->
          add(text.findNear(words, nearness), scope, places);
      case Condition.InTitle(Condition part) -> collect(part, Scope.TITLE, places);
      case Condition.About(Condition part) -> collect(part, narrowest(scope), places);
      case Condition.All(List<Condition> parts) ->
          parts.forEach(part -> collect(part, scope, places));
      case Condition.Any(List<Condition> parts) ->
          (parts.stream().anyMatch(part -> holds(part, scope))
                  ? parts.stream().filter(part -> holds(part, scope))
                  : parts.stream().filter(Condition.Contains.class::isInstance))
              .forEach(part -> collect(part, scope, places));
      case Condition.OrElse(Condition first, Condition other) ->
          collect(holds(first, scope) ? first : other, scope, places);
      case Condition.FieldEquals _, Condition.None _ -> {}
    }
  }

  private void add(List<Occurrence> found, Scope scope, List<List<Occurrence>> places) {
    places.add(
        scope == Scope.ANYWHERE
            ? found
            : found.stream().filter(place -> prominence.counts(scope, place)).toList());
  }

  private List<Occurrence> find(SearchTerm term) {
    List<Occurrence> known = occurrences.get(term);
    if (known != null) {
      return known;
    }
    List<Occurrence> places = text.find(term);
    if (!places.isEmpty()) {
      occurrences.put(term, places);
    }
    return places;
  }

  private static List<Span> merged(List<List<Occurrence>> places) {
    List<Occurrence> occurrences = new ArrayList<>();
    places.forEach(occurrences::addAll);
    occurrences.sort(Comparator.comparingInt(Occurrence::start));
    List<Span> spans = new ArrayList<>();
    for (Occurrence occurrence : occurrences) {
      Span last = spans.isEmpty() ? new Span(0, 0) : spans.getLast();
      if (!spans.isEmpty() && occurrence.start() <= last.end()) {
        spans.set(spans.size() - 1, new Span(last.start(), Math.max(last.end(), occurrence.end())));
      } else if (spans.size() == MAX_SPANS) {
        break;
      } else {
        spans.add(new Span(occurrence.start(), occurrence.end()));
      }
    }
    return List.copyOf(spans);
  }
}
