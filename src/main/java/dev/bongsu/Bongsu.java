package dev.bongsu;

import dev.bongsu.cli.FeedLists;
import dev.bongsu.cli.OperatorCommands;
import dev.bongsu.cli.Tools;
import dev.bongsu.config.Launcher;
import dev.bongsu.config.StartupFailure;
import dev.bongsu.delivery.DeadLetterStore;
import dev.bongsu.feed.FeedFetcher;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.page.ArticleReader;
import dev.bongsu.query.QueryParser;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.syndication.FeedParser;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;

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
    Launcher launcher = new Launcher(settings);
    return new OperatorCommands(
            () -> {
              TerminationSignal.exitWithZero();
              launcher.startBot();
              return OperatorCommands.RUNNING;
            },
            () -> tools(launcher.openCommandLine()),
            () -> DoctorChecks.of(launcher),
            Bongsu::explain,
            System.out,
            System.err)
        .execute(command);
  }

  private static Tools tools(ApplicationContext context) {
    return new Tools(
        context.getBean(HttpSettings.class),
        context.getBean(GuardedHttp.class),
        context.getBean(FeedFetcher.class),
        context.getBean(FeedParser.class),
        context.getBean(ArticleReader.class),
        () -> context.getBean(QueryParser.class),
        () -> context.getBean(QueryMatcher.class),
        () -> context.getBean(DeadLetterStore.class),
        () -> new FeedLists(context.getBean(FeedStore.class), context.getBean(ChatStore.class)));
  }

  /// Why a command or the bot ended, in words.
  static OperatorCommands.Failure explain(Throwable problem) {
    StartupFailure failure = StartupFailure.of(problem);
    return new OperatorCommands.Failure(failure.lines(), failure.exitStatus());
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
