package dev.bongsu.match;

import dev.bongsu.query.Query;
import dev.bongsu.query.Topic;
import dev.bongsu.query.Topics;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Evaluates topics on the example headlines of their files.
public final class TopicVerifier {
  private final QueryMatcher matcher;

  public TopicVerifier(QueryMatcher matcher) {
    this.matcher = matcher;
  }

  /// The headlines that match and must not, or do not match and must.
  public List<ExampleFailure> failures(Topics topics) {
    return topics.all().stream().flatMap(this::failures).toList();
  }

  private Stream<ExampleFailure> failures(Topic topic) {
    Query query = new Query.Topic(topic.name());
    Predicate<String> matches = line -> matcher.match(query, MatchInput.of(line)).isPresent();
    return Stream.concat(
        topic.positiveExamples().stream()
            .filter(matches.negate())
            .map(line -> new ExampleFailure(topic.name(), line, false)),
        topic.negativeExamples().stream()
            .filter(matches)
            .map(line -> new ExampleFailure(topic.name(), line, true)));
  }

  /// A headline that contradicts its topic's file.
  ///
  /// @param matches whether the topic matches it
  public record ExampleFailure(String topic, String headline, boolean matches) {}
}
