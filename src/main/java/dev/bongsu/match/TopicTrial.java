package dev.bongsu.match;

import dev.bongsu.query.Query;
import dev.bongsu.query.Topic;
import dev.bongsu.query.Topics;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Tries topics on the headlines that their files name.
public final class TopicTrial {
  private final QueryMatcher matcher;

  public TopicTrial(QueryMatcher matcher) {
    this.matcher = matcher;
  }

  /// The headlines that match though they must not, or the other way round.
  public List<Surprise> surprises(Topics topics) {
    return topics.all().stream().flatMap(this::surprises).toList();
  }

  private Stream<Surprise> surprises(Topic topic) {
    Query query = new Query.Topic(topic.name());
    Predicate<String> matches = line -> matcher.match(query, Subject.of(line)).isPresent();
    return Stream.concat(
        topic.matching().stream()
            .filter(matches.negate())
            .map(line -> new Surprise(topic.name(), line, false)),
        topic.ignored().stream()
            .filter(matches)
            .map(line -> new Surprise(topic.name(), line, true)));
  }

  /// A headline that does not do what its topic's file says.
  ///
  /// @param matches what it does
  public record Surprise(String topic, String headline, boolean matches) {}
}
