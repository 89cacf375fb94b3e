package dev.bongsu.cli;

import dev.bongsu.delivery.DeadLetter;
import dev.bongsu.delivery.DeadLetterStore;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `deadletters`: lists what could not be delivered, or sends it again.
@Command(name = "deadletters", description = "List what could not be delivered, or send it again.")
final class DeadLettersCommand extends CliCommand<Parts> {
  private static final String LIST = "list";
  private static final String REPLAY = "replay";
  private static final String ALL = "all";

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = LIST,
      paramLabel = "list|replay",
      description = "What to do (${DEFAULT-VALUE}).")
  private String action = LIST;

  @Parameters(
      index = "1..*",
      paramLabel = "ID",
      description = "Numbers of the list, to replay, or: all.")
  private List<String> ids = new ArrayList<>();

  DeadLettersCommand(Supplier<Parts> parts, PrintStream out, PrintStream err) {
    super(parts, out, err);
  }

  @Override
  void validate() {
    boolean listing = action.equals(LIST) && ids.isEmpty();
    boolean replaying =
        action.equals(REPLAY)
            && (ids.equals(List.of(ALL))
                || (!ids.isEmpty() && ids.stream().allMatch(id -> id.matches("\\d{1,18}"))));
    if (spec != null && !listing && !replaying) {
      throw new ParameterException(
          spec.commandLine(),
          "write: deadletters list, or: deadletters replay ID..., or: deadletters replay all");
    }
  }

  @Override
  void run(Parts parts, Output output) {
    try {
      DeadLetterStore letters = parts.get(DeadLetterStore.class);
      if (action.equals(LIST)) {
        letters.all().forEach(letter -> print(letter, output));
      } else {
        selectedIds(letters).forEach(id -> replay(letters, id, output));
      }
    } catch (DataAccessException e) {
      output.fail("deadletters", Map.of(), DatabaseFailure.describe(parts, e));
    }
  }

  private List<Long> selectedIds(DeadLetterStore letters) {
    return ids.equals(List.of(ALL))
        ? letters.all().stream().map(DeadLetter::id).toList()
        : ids.stream().map(Long::valueOf).toList();
  }

  private static void print(DeadLetter letter, Output output) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("id", letter.id());
    about.put("chat", letter.chat().toString());
    about.put("kind", letter.kind().name().toLowerCase(Locale.ROOT));
    about.put("article", letter.article());
    about.put("attempts", letter.attempts());
    about.put("ended", letter.ended().toString());
    about.put("reason", letter.reason());
    String what = subject(letter);
    output.process(
        String.valueOf(letter.id()),
        about,
        _ ->
            "%d  %s  %s  %s: %s"
                .formatted(letter.id(), letter.ended(), letter.chat(), what, letter.reason()));
  }

  private static String subject(DeadLetter letter) {
    return switch (letter.kind()) {
      case REPLY -> "a reply";
      case DIGEST -> "a digest";
      case ALERT -> letter.article().isEmpty() ? "an alert" : letter.article();
    };
  }

  private static void replay(DeadLetterStore letters, long id, Output output) {
    output.process(
        String.valueOf(id),
        Map.of("id", id),
        _ -> {
          if (!letters.replay(id)) {
            throw new CommandException("no dead letter has this number; see: deadletters list");
          }
          return "%d is sent again when the bot runs".formatted(id);
        });
  }
}
