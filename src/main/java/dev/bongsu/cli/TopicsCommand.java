package dev.bongsu.cli;

import dev.bongsu.charset.TextDecoder;
import dev.bongsu.match.TopicVerifier;
import dev.bongsu.query.Topic;
import dev.bongsu.query.TopicFile;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `topics check`: whether topics match the headlines that their files say they must match, and not
/// those that they must not.
@Command(
    name = "topics",
    description = "Check files of topics: precision and recall on their own headlines.")
final class TopicsCommand extends CliCommand<Parts> {
  private static final String CHECK = "check";

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "check", description = "What to do.")
  private String action = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files as in config/topics; or @FILE with a file a line.")
  private List<String> inputs = new ArrayList<>();

  TopicsCommand(Supplier<Parts> parts, PrintStream out, PrintStream err) {
    super(parts, out, err);
  }

  @Override
  void validate() {
    if (spec != null && !action.equals(CHECK)) {
      throw new ParameterException(spec.commandLine(), "write: topics check FILE...");
    }
  }

  @Override
  void run(Parts parts, Output output) {
    TopicVerifier verifier = parts.get(TopicVerifier.class);
    forEachInput(
        inputs, Map.of(), output, (input, fields) -> check(verifier, read(input), input, fields));
  }

  private static Topic read(Input input) throws CommandException {
    TopicFile file = TopicFile.read(TextDecoder.decode(input.bytes(), null));
    if (file.topic() == null) {
      throw new CommandException(String.join("; ", file.problems()));
    }
    return file.topic();
  }

  private static String check(
      TopicVerifier verifier, Topic topic, Input input, Map<String, @Nullable Object> fields)
      throws CommandException {
    TopicVerifier.Result result = verifier.verify(topic);
    fields.put("topic", topic.name());
    fields.put("precision", result.precision());
    fields.put("recall", result.recall());
    fields.put("failures", result.failures().stream().map(TopicsCommand::json).toList());
    String text = "#%s: %s".formatted(topic.name(), summary(result));
    if (!result.failures().isEmpty()) {
      throw new CommandException(
          text
              + result.failures().stream()
                  .map(TopicsCommand::describe)
                  .collect(Collectors.joining("; ", "; ", "")));
    }
    return input.source() + ": " + text;
  }

  /// Both figures, as `doctor` shows them too.
  static String summary(TopicVerifier.Result result) {
    return String.format(
        Locale.ROOT, "precision %.2f, recall %.2f", result.precision(), result.recall());
  }

  private static Map<String, Object> json(TopicVerifier.ExampleFailure failure) {
    return Map.of("headline", failure.headline(), "matches", failure.matches());
  }

  /// What a headline does that it should not.
  static String describe(TopicVerifier.ExampleFailure failure) {
    return "'%s' %s"
        .formatted(
            failure.headline(),
            failure.matches() ? "matches though it should not" : "does not match");
  }
}
