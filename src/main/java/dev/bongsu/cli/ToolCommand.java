package dev.bongsu.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the commands have in common: `--json`, and an exit status of 0 only if all inputs worked.
abstract class ToolCommand implements Callable<Integer> {
  private final Supplier<Tools> tools;

  private final PrintStream out;
  private final PrintStream err;

  @Option(names = "--json", description = "One JSON object per line.")
  private boolean json;

  ToolCommand(Supplier<Tools> tools, PrintStream out, PrintStream err) {
    this.tools = tools;
    this.out = out;
    this.err = err;
  }

  /// Does the command.
  ///
  /// @throws CommandProblem if it cannot be done for any input
  abstract void run(Tools tools, Output output) throws CommandProblem;

  @Override
  public Integer call() {
    Output output = new Output(out, err, json);
    try {
      run(tools.get(), output);
      return output.exitStatus();
    } catch (CommandProblem problem) {
      err.println(problem.words());
      return 1;
    }
  }

  /// A value as JSON shows it.
  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
