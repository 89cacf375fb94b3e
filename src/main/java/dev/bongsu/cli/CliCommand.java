package dev.bongsu.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The base of the commands: `--json`, and exit status 0 only if all inputs succeeded.
///
/// @param <T> what it works with, opened after the command line is validated
abstract class CliCommand<T> implements Callable<Integer> {
  private final Supplier<? extends T> tools;
  private final PrintStream out;
  private final PrintStream err;

  @Option(names = "--json", description = "One JSON object per line.")
  private boolean json;

  CliCommand(Supplier<? extends T> tools, PrintStream out, PrintStream err) {
    this.tools = tools;
    this.out = out;
    this.err = err;
  }

  /// Validates the command line as a whole, before anything is opened.
  ///
  /// @throws picocli.CommandLine.ParameterException if it is invalid
  void validate() {}

  /// Runs the command.
  abstract void run(T tools, Output output);

  @Override
  public Integer call() {
    validate();
    Output output = new Output(out, err, json);
    run(tools.get(), output);
    return output.exitStatus();
  }

  /// Processes each input that the arguments name.
  ///
  /// @param about JSON fields common to all inputs
  static void forEachInput(
      List<String> arguments, Map<String, ?> about, Output output, InputAction work) {
    for (String argument : arguments) {
      try {
        for (Input input : Input.of(argument)) {
          output.process(
              input.source(), fields(input.source(), about), fields -> work.process(input, fields));
        }
      } catch (CommandException problem) {
        output.fail(argument, fields(argument, about), problem.userMessage());
      }
    }
  }

  private static Map<String, ?> fields(String source, Map<String, ?> about) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", source);
    fields.putAll(about);
    return fields;
  }

  /// A value as JSON shows it.
  static @Nullable String textOrNull(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /// Processes one input: fills the JSON fields, and returns the same as text.
  interface InputAction {
    String process(Input input, Map<String, @Nullable Object> fields) throws CommandException;
  }
}
