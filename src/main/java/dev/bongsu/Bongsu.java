package dev.bongsu;

import dev.bongsu.cli.OperatorCommands;
import dev.bongsu.config.Launcher;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The program: the bot, or one of the operator's commands.
public final class Bongsu {
  /// A setting among the arguments, as in `--bongsu.feed.interval=5m`.
  private static final Predicate<String> SETTING =
      Pattern.compile("--[\\w-]+(\\.[\\w\\[\\]-]+)+(=.*)?", Pattern.DOTALL).asMatchPredicate();

  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
  private static final int MIN_CARRIERS = 4;

  private Bongsu() {}

  static void main(String[] arguments) {
    raiseCarrierThreads();
    OwnersFiles.protect();
    // Under LANG=C the standard streams are ASCII and Korean becomes question marks.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    int status = run(Arguments.inUtf8(arguments));
    if (status != OperatorCommands.RUNNING) {
      System.exit(status);
    }
  }

  /// SQLite waits for locks and disks in native code, which holds on to the carrier of a virtual
  /// thread. On a machine of one core there is one carrier, and everything else would wait too.
  private static void raiseCarrierThreads() {
    if (System.getProperty(CARRIERS) == null) {
      int carriers = Math.max(MIN_CARRIERS, Runtime.getRuntime().availableProcessors());
      System.setProperty(CARRIERS, String.valueOf(carriers));
    }
  }

  private static int run(String[] arguments) {
    String[] settings = Arrays.stream(arguments).filter(SETTING).toArray(String[]::new);
    String[] command = Arrays.stream(arguments).filter(SETTING.negate()).toArray(String[]::new);
    return OperatorCommands.of(new Launcher(settings), System.out, System.err).execute(command);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
