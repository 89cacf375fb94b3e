package dev.bongsu.cli;

import dev.bongsu.config.Launcher;
import dev.bongsu.config.StartupFailure;
import dev.bongsu.http.WebAddress;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/// The program's command line.
public final class OperatorCommands {
  /// The bot runs: its process must not end.
  public static final int RUNNING = -1;

  private static final int USAGE_ERROR = 2;

  private final CommandLine line;

  /// The commands of the program.
  ///
  /// @param out in UTF-8
  /// @param err in UTF-8
  public static OperatorCommands of(Launcher launcher, PrintStream out, PrintStream err) {
    OperatorCommands commands =
        new OperatorCommands(
            () -> {
              TerminationSignal.exitWithZero();
              launcher.startBot();
              return RUNNING;
            },
            () -> launcher.openCommandLine()::getBean,
            () -> DoctorChecks.of(launcher),
            out,
            err);
    commands.line.addSubcommand(new Train(launcher));
    return commands;
  }

  /// Makes the commands.
  ///
  /// @param bot starts the bot; its result is the exit status, or [#RUNNING]
  /// @param parts called when a command needs them
  /// @param checks of `doctor`
  OperatorCommands(
      Supplier<Integer> bot,
      Supplier<Parts> parts,
      Supplier<List<DoctorCheck>> checks,
      PrintStream out,
      PrintStream err) {
    this.line = new CommandLine(new Program(bot));
    line.addSubcommand(new Run(bot));
    line.addSubcommand(new FeedCommand(parts, out, err));
    line.addSubcommand(new ReadCommand(parts, out, err));
    line.addSubcommand(new MatchCommand(parts, out, err));
    line.addSubcommand(new RenderCommand(parts, out, err));
    line.addSubcommand(new DeadLettersCommand(parts, out, err));
    line.addSubcommand(new OpmlCommand(parts, out, err));
    line.addSubcommand(new DoctorCommand(checks, out, err));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false);
    line.registerConverter(URI.class, OperatorCommands::address);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((problem, _) -> printUsageError(problem));
    line.setExecutionExceptionHandler(
        (problem, _, _) -> printFailure(StartupFailure.of(problem), err));
  }

  /// Runs the command that the arguments name; without one, the bot.
  ///
  /// @return the exit status, or [#RUNNING]
  public int execute(String... arguments) {
    return line.execute(arguments);
  }

  private static URI address(String text) {
    return WebAddress.of(text)
        .orElseThrow(() -> new TypeConversionException("'%s' is not an address".formatted(text)));
  }

  private static int printFailure(StartupFailure failure, PrintStream err) {
    failure.lines().forEach(err::println);
    return failure.exitStatus();
  }

  private static int printUsageError(ParameterException problem) {
    CommandSpec spec = problem.getCommandLine().getCommandSpec();
    problem
        .getCommandLine()
        .getErr()
        .println("%s; try: %s --help".formatted(problem.getMessage(), spec.qualifiedName()));
    return USAGE_ERROR;
  }

  /// The program itself: without a command, the bot.
  @Command(
      name = "bongsu",
      description = {
        "Watches news feeds and sends chats the news they subscribe to.",
        "Settings: config/application.yaml, the environment (BONGSU_FEED_INTERVAL=5m), or"
            + " --bongsu.feed.interval=5m."
      },
      versionProvider = Version.class)
  private static final class Program extends Run {
    @SuppressWarnings("unused") // picocli's
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        scope = ScopeType.INHERIT,
        description = "Show this help message and exit.")
    private boolean help;

    @SuppressWarnings("unused") // picocli's
    @Option(
        names = {"-V", "--version"},
        versionHelp = true,
        description = "Print the version and exit.")
    private boolean version;

    Program(Supplier<Integer> bot) {
      super(bot);
    }
  }

  /// `run`: the bot.
  @Command(name = "run", description = "Run the bot (default).")
  private static class Run implements Callable<Integer> {
    private final Supplier<Integer> bot;

    Run(Supplier<Integer> bot) {
      this.bot = bot;
    }

    @Override
    public Integer call() {
      return bot.get();
    }
  }

  /// `train`: called by `bin/bongsu --train`, which has the virtual machine watch.
  @Command(
      name = "train",
      hidden = true,
      description = "Run the bot with itself on loopback for some seconds.")
  private record Train(Launcher launcher) implements Callable<Integer> {
    @Override
    public Integer call() {
      return launcher.train() ? 0 : 1;
    }
  }

  /// The version, as the jar's manifest has it.
  private static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = OperatorCommands.class.getPackage().getImplementationVersion();
      return new String[] {"Bongsu " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
