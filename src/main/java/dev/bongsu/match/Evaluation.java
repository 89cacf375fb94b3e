package dev.bongsu.match;

import dev.bongsu.query.Condition;
import dev.bongsu.text.AnalysedText;
import dev.bongsu.text.Occurrence;
import dev.bongsu.text.SearchTerm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks one text about any number of conditions. The only place that says what a query means.
final class Evaluation {
  /// More than anybody can read underlined; a long page of one word has a hundred thousand.
  private static final int MOST_SPANS = 1000;

  private final AnalysedText text;
  private final Map<SearchTerm, List<Occurrence>> found = new HashMap<>();

  Evaluation(AnalysedText text) {
    this.text = text;
  }

  /// The spans of a condition that holds, at most 1 000; empty if it does not hold.
  Optional<List<Span>> of(Condition condition) {
    if (!holds(condition)) {
      return Optional.empty();
    }
    List<Occurrence> occurrences = new ArrayList<>();
    collect(condition, occurrences);
    return Optional.of(merged(occurrences));
  }

  private boolean holds(Condition condition) {
    return switch (condition) {
      case Condition.Stands(SearchTerm term) -> !find(term).isEmpty();
      case Condition.All(List<Condition> parts) -> parts.stream().allMatch(this::holds);
      case Condition.Any(List<Condition> parts) -> parts.stream().anyMatch(this::holds);
      case Condition.None(Condition part) -> !holds(part);
    };
  }

  private void collect(Condition condition, List<Occurrence> occurrences) {
    switch (condition) {
      case Condition.Stands(SearchTerm term) -> occurrences.addAll(find(term));
      case Condition.All(List<Condition> parts) ->
          parts.forEach(part -> collect(part, occurrences));
      case Condition.Any(List<Condition> parts) ->
          parts.stream().filter(this::holds).forEach(part -> collect(part, occurrences));
      case Condition.None _ -> {}
    }
  }

  private List<Occurrence> find(SearchTerm term) {
    return found.computeIfAbsent(term, text::find);
  }

  private static List<Span> merged(List<Occurrence> occurrences) {
    occurrences.sort(Comparator.comparingInt(Occurrence::start));
    List<Span> spans = new ArrayList<>();
    for (Occurrence occurrence : occurrences) {
      Span last = spans.isEmpty() ? new Span(0, 0) : spans.getLast();
      if (!spans.isEmpty() && occurrence.start() <= last.end()) {
        spans.set(spans.size() - 1, new Span(last.start(), Math.max(last.end(), occurrence.end())));
      } else if (spans.size() == MOST_SPANS) {
        break;
      } else {
        spans.add(new Span(occurrence.start(), occurrence.end()));
      }
    }
    return spans;
  }
}
