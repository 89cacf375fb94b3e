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
  private final int titleEnd;
  private final ArticleFields fields;

  /// Of terms that were found in the text.
  private final Map<SearchTerm, List<Occurrence>> occurrences = new HashMap<>();

  /// Half of all queries are one word, with or without exclusions, and many share it.
  private final IdentityHashMap<List<Occurrence>, List<Span>> singleTermSpans =
      new IdentityHashMap<>();

  ConditionEvaluator(AnalysedText text, int titleEnd, ArticleFields fields) {
    this.text = text;
    this.titleEnd = titleEnd;
    this.fields = fields;
  }

  /// The spans of a condition that holds, at most 1 000; empty if it does not hold.
  Optional<List<Span>> evaluate(Condition condition) {
    return holds(condition) ? Optional.of(spans(condition)) : Optional.empty();
  }

  /// The spans of a condition that is known to hold, at most 1 000.
  List<Span> spans(Condition condition) {
    List<List<Occurrence>> places = new ArrayList<>();
    collect(condition, Integer.MAX_VALUE, places);
    return places.size() == 1
        ? singleTermSpans.computeIfAbsent(places.getFirst(), found -> merged(List.of(found)))
        : merged(places);
  }

  /// Whether a condition holds.
  boolean holds(Condition condition) {
    return holds(condition, Integer.MAX_VALUE);
  }

  /// @param limit occurrences that end after it do not count
  private boolean holds(Condition condition, int limit) {
    return switch (condition) {
      case Condition.Contains(SearchTerm term) when limit == Integer.MAX_VALUE ->
          occurrences.containsKey(term) || text.contains(term);
      case Condition.Contains(SearchTerm term) -> endsBefore(find(term), limit);
      case Condition.Near(List<List<SearchTerm>> words, Proximity nearness) ->
          endsBefore(text.findNear(words, nearness), limit);
      case Condition.InTitle(Condition part) -> holds(part, titleEnd);
      case Condition.FieldEquals is -> fields.satisfy(is);
      case Condition.All(List<Condition> parts) -> allHold(parts, limit);
      case Condition.Any(List<Condition> parts) -> anyHolds(parts, limit);
      case Condition.OrElse(Condition first, Condition other) ->
          holds(first, limit) || holds(other, limit);
      case Condition.None(Condition part) -> !holds(part, limit);
    };
  }

  // Loops, for a stream would cost more than most conditions.
  private boolean allHold(List<Condition> parts, int limit) {
    for (Condition part : parts) {
      if (!holds(part, limit)) {
        return false;
      }
    }
    return true;
  }

  private boolean anyHolds(List<Condition> parts, int limit) {
    for (Condition part : parts) {
      if (holds(part, limit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsBefore(List<Occurrence> places, int limit) {
    return limit == Integer.MAX_VALUE
        ? !places.isEmpty()
        : places.stream().anyMatch(place -> place.end() <= limit);
  }

  private void collect(Condition condition, int limit, List<List<Occurrence>> places) {
    switch (condition) {
      case Condition.Contains(SearchTerm term) -> add(find(term), limit, places);
      case Condition.Near(List<List<SearchTerm>> words, Proximity nearness) ->
          add(text.findNear(words, nearness), limit, places);
      case Condition.InTitle(Condition part) -> collect(part, titleEnd, places);
      case Condition.All(List<Condition> parts) ->
          parts.forEach(part -> collect(part, limit, places));
      case Condition.Any(List<Condition> parts) ->
          parts.stream()
              .filter(part -> holds(part, limit))
              .forEach(part -> collect(part, limit, places));
      case Condition.OrElse(Condition first, Condition other) ->
          collect(holds(first, limit) ? first : other, limit, places);
      case Condition.FieldEquals _, Condition.None _ -> {}
    }
  }

  private static void add(List<Occurrence> found, int limit, List<List<Occurrence>> places) {
    places.add(
        limit == Integer.MAX_VALUE
            ? found
            : found.stream().filter(place -> place.end() <= limit).toList());
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
