package dev.bongsu.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Where a command's results and errors go, and whether all inputs worked so far.
final class Output {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;
  private boolean allSucceeded = true;

  Output(PrintStream out, PrintStream err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  /// Shows what an attempt at one input comes to. One that fails leaves the others alone, and shows
  /// what was found out before.
  ///
  /// @param place which input, for people
  /// @param about which input, in JSON
  void process(String place, Map<String, ?> about, InputTask attempt) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(about);
    fields.put("ok", true);
    fields.put("error", null);
    try {
      show(attempt.fill(fields), fields);
    } catch (CommandException problem) {
      fail(place, fields, problem.userMessage());
    } catch (RuntimeException | StackOverflowError e) {
      fail(place, about, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /// Shows that an input did not work.
  void fail(String place, Map<String, ? extends @Nullable Object> about, String problem) {
    allSucceeded = false;
    err.println("%s: %s".formatted(place, problem).replaceAll("\\p{Cc}", " "));
    if (json) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>(about);
      fields.put("ok", false);
      fields.put("error", problem);
      out.println(JSON.writeValueAsString(fields));
    }
  }

  /// Says how far long work is, beside the results.
  void progress(String words) {
    err.println(words.replaceAll("\\p{Cc}", " "));
  }

  /// Says that not all is well, when what is not was shown already.
  void failOverall(String place, String problem) {
    allSucceeded = false;
    err.println("%s: %s".formatted(place, problem));
  }

  int exitStatus() {
    return allSucceeded ? 0 : 1;
  }

  /// Shows one result. A terminal obeys control characters: none of a stranger's may reach it.
  void show(String text, Map<String, @Nullable Object> fields) {
    out.println(json ? JSON.writeValueAsString(fields) : text.replaceAll("[\\p{Cc}&&[^\n\t]]", ""));
  }

  /// What is done with one input.
  interface InputTask {

    /// Does it.
    ///
    /// @param fields of the JSON object, to be filled
    /// @return the same for people
    String fill(Map<String, @Nullable Object> fields) throws CommandException;
  }
}
