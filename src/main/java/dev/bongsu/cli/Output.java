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
  private boolean allWorked = true;

  Output(PrintStream out, PrintStream err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  /// Shows a result.
  ///
  /// @param fields of the JSON object, in their order
  /// @param text for people
  void show(Map<String, ? extends @Nullable Object> fields, String text) {
    out.println(json ? JSON.writeValueAsString(fields) : text);
  }

  /// Shows that an input did not work; the others go on.
  ///
  /// @param source which input
  /// @param fields that name it in JSON
  void fail(String source, Map<String, ? extends @Nullable Object> fields, String problem) {
    allWorked = false;
    err.println("%s: %s".formatted(source, problem).replaceAll("\\p{Cntrl}", " "));
    if (json) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
      all.put("ok", false);
      all.put("error", problem);
      out.println(JSON.writeValueAsString(all));
    }
  }

  int exitStatus() {
    return allWorked ? 0 : 1;
  }
}
