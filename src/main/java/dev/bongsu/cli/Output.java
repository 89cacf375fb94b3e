package dev.bongsu.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/// Prints a command's results and errors, and records whether all inputs succeeded.
final class Output {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Logger LOG = LoggerFactory.getLogger(Output.class);

  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;
  private boolean allSucceeded = true;

  Output(PrintStream out, PrintStream err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  /// Processes one input and prints the result. A failure does not stop the other inputs, and
  /// prints the fields found before it.
  ///
  /// @param place names the input in text
  /// @param about names the input in JSON
  void process(String place, Map<String, ?> about, InputTask attempt) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(about);
    fields.put("ok", true);
    fields.put("error", null);
    try {
      show(attempt.fill(fields), fields);
    } catch (CommandException problem) {
      fail(place, fields, problem.userMessage());
    } catch (DataAccessException e) {
      throw e; // of all inputs: the command says it once
    } catch (StackOverflowError _) {
      fail(place, about, "cannot be read: nested too deeply");
    } catch (RuntimeException e) {
      LOG.info("{} failed", place, e);
      fail(place, about, "cannot be read: an error of Bongsu itself; the log has it");
    }
  }

  /// Prints that an input failed.
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

  /// Prints the progress of long work to the error stream.
  void progress(String words) {
    err.println(words.replaceAll("\\p{Cc}", " "));
  }

  /// Records a failure whose details were printed before.
  void failOverall(String place, String problem) {
    allSucceeded = false;
    err.println("%s: %s".formatted(place, problem));
  }

  int exitStatus() {
    return allSucceeded ? 0 : 1;
  }

  /// Prints one result, without control characters: a terminal would obey those of a page.
  void show(String text, Map<String, @Nullable Object> fields) {
    out.println(json ? JSON.writeValueAsString(fields) : text.replaceAll("[\\p{Cc}&&[^\n\t]]", ""));
  }

  /// The work on one input.
  interface InputTask {

    /// Does the work.
    ///
    /// @param fields of the JSON object, to be filled
    /// @return the same as text
    String fill(Map<String, @Nullable Object> fields) throws CommandException;
  }
}
