package dev.bongsu.match;

import dev.bongsu.query.Query;
import dev.bongsu.query.Topic;
import dev.bongsu.query.Topics;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Tries topics on the headlines that their files name.
public final class TopicVerifier {
  private final QueryMatcher matcher;

  public TopicVerifier(QueryMatcher matcher) {
    this.matcher = matcher;
  }

  /// The headlines that match though they must not, or the other way round.
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

  /// A headline that does not do what its topic's file says.
  ///
  /// @param matches what it does
  public record ExampleFailure(String topic, String headline, boolean matches) {}
}
