package dev.bongsu.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.query.Query;
import dev.bongsu.query.Topic;
import dev.bongsu.query.TopicFile;
import dev.bongsu.testkit.ShippedConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedTopicsTest {
  private final QueryMatcher matcher =
      new QueryMatcher(ShippedConfig.CHAIN, ShippedConfig.COMPILER);

  static List<Path> files() {
    return ShippedConfig.topicFiles();
  }

  static List<Topic> topics() {
    return ShippedConfig.TOPICS.all();
  }

  private boolean matches(Topic topic, String headline) {
    return matcher.match(new Query.Topic(topic.name()), MatchInput.of(headline)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileIsValidAndNamedAfterItsTopic(Path file) {
    TopicFile read = ShippedConfig.topicFile(file);
    assertThat(read.problems()).isEmpty();
    assertThat(Objects.requireNonNull(read.topic()).name() + ".yaml")
        .isEqualTo(file.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void matchesItsPositiveExamples(Topic topic) {
    assertThat(topic.positiveExamples()).allMatch(headline -> matches(topic, headline));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void ignoresItsNegativeExamples(Topic topic) {
    assertThat(topic.negativeExamples()).noneMatch(headline -> matches(topic, headline));
  }

  @Test
  void thereAreAtLeastTen() {
    assertThat(topics()).hasSizeGreaterThan(9);
  }
}
