package dev.bongsu.match;

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

  /// The result on the headlines of all topics.
  public Result verify(Topics topics) {
    return topics.all().stream().map(this::verify).reduce(Result.NONE, Result::plus);
  }

  /// The result on the headlines of one topic.
  public Result verify(Topic topic) {
    Predicate<String> matches =
        line -> matcher.match(topic.query(), MatchInput.of(line)).isPresent();
    List<ExampleFailure> missed =
        topic.positiveExamples().stream()
            .filter(matches.negate())
            .map(line -> new ExampleFailure(topic.name(), line, false))
            .toList();
    List<ExampleFailure> wrong =
        topic.negativeExamples().stream()
            .filter(matches)
            .map(line -> new ExampleFailure(topic.name(), line, true))
            .toList();
    int right = topic.positiveExamples().size() - missed.size();
    return new Result(right, Stream.concat(missed.stream(), wrong.stream()).toList());
  }

  /// A headline that contradicts its topic's file.
  ///
  /// @param matches whether the topic matches it
  public record ExampleFailure(String topic, String headline, boolean matches) {}

  /// How topics did on their headlines.
  ///
  /// @param right headlines that match and must
  /// @param failures that match and must not, or do not match and must
  public record Result(int right, List<ExampleFailure> failures) {
    static final Result NONE = new Result(0, List.of());

    public Result {
      failures = List.copyOf(failures);
    }

    /// The share of matching headlines that must match; 1 if none matches.
    public double precision() {
      return share(failures.stream().filter(ExampleFailure::matches).count());
    }

    /// The share of headlines that must match and do; 1 if there are none.
    public double recall() {
      return share(failures.stream().filter(failure -> !failure.matches()).count());
    }

    private double share(long failed) {
      return right + failed == 0 ? 1 : (double) right / (right + failed);
    }

    private Result plus(Result other) {
      return new Result(
          right + other.right, Stream.concat(failures.stream(), other.failures.stream()).toList());
    }
  }
}
