package dev.bongsu.cli;

import dev.bongsu.match.TopicVerifier;
import dev.bongsu.query.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Whether each topic can be used, and its headlines match as they are said to.
///
/// @param problems of files that cannot be used, each with the file's name
/// @param topics those that can
public record TopicsCheck(
    Supplier<List<String>> problems, Supplier<Topics> topics, Supplier<TopicVerifier> trial)
    implements DoctorCheck {
  private static final String NAME = "topics";
  private static final String FIX_FILE = "mend the file, and start the bot again";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    problems.get().forEach(problem -> findings.add(Finding.failed(NAME, problem, FIX_FILE)));
    for (TopicVerifier.ExampleFailure surprise : trial.get().failures(topics.get())) {
      String how = surprise.matches() ? "matches though it should not" : "does not match";
      String detail = "#%s: '%s' %s".formatted(surprise.topic(), surprise.headline(), how);
      findings.add(
          Finding.failed(
              NAME,
              detail,
              "mend query or headline in config/topics/%s.yaml".formatted(surprise.topic())));
    }
    return findings.isEmpty()
        ? List.of(
            Finding.passed(NAME, "%d topics can be used".formatted(topics.get().all().size())))
        : findings;
  }
}
