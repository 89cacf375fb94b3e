package dev.bongsu.cli;

import dev.bongsu.match.TopicVerifier;
import dev.bongsu.query.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Whether each topic file is valid, and its example headlines match as stated.
///
/// @param problems of invalid files, each with the file's name
/// @param topics of the valid files
record TopicsCheck(
    Supplier<List<String>> problems, Supplier<Topics> topics, Supplier<TopicVerifier> trial)
    implements DoctorCheck {
  private static final String NAME = "topics";
  private static final String FIX_FILE = "fix the file and restart the bot";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    problems.get().forEach(problem -> findings.add(Finding.failed(NAME, problem, FIX_FILE)));
    TopicVerifier.Result result = trial.get().verify(topics.get());
    for (TopicVerifier.ExampleFailure surprise : result.failures()) {
      String detail = "#%s: %s".formatted(surprise.topic(), TopicsCommand.describe(surprise));
      findings.add(
          Finding.failed(
              NAME,
              detail,
              "fix the query or the headline in config/topics/%s.yaml"
                  .formatted(surprise.topic())));
    }
    return findings.isEmpty() ? List.of(Finding.passed(NAME, summary(result))) : findings;
  }

  private String summary(TopicVerifier.Result result) {
    return "%d topics are valid: %s on their headlines"
        .formatted(topics.get().all().size(), TopicsCommand.summary(result));
  }
}
