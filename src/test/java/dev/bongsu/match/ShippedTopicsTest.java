package dev.bongsu.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.query.Query;
import dev.bongsu.query.Topic;
import dev.bongsu.query.TopicFile;
import dev.bongsu.testkit.Shipped;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedTopicsTest {
  private final QueryMatcher matcher = new QueryMatcher(Shipped.CHAIN, Shipped.COMPILER);

  static List<Path> files() {
    return Shipped.topicFiles();
  }

  static List<Topic> topics() {
    return Shipped.TOPICS.all();
  }

  private boolean matches(Topic topic, String headline) {
    return matcher.match(new Query.Topic(topic.name()), Subject.of(headline)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileIsInOrderAndCalledLikeItsTopic(Path file) {
    TopicFile read = Shipped.topicFile(file);
    assertThat(read.problems()).isEmpty();
    assertThat(Objects.requireNonNull(read.topic()).name() + ".yaml")
        .isEqualTo(file.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void matchesItsHeadlines(Topic topic) {
    assertThat(topic.matching()).allMatch(headline -> matches(topic, headline));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void ignoresWhatOnlyLooksAlike(Topic topic) {
    assertThat(topic.ignored()).noneMatch(headline -> matches(topic, headline));
  }

  @Test
  void thereAreAtLeastTen() {
    assertThat(topics()).hasSizeGreaterThan(9);
  }
}
