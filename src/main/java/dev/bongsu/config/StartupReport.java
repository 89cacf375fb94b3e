package dev.bongsu.config;

import dev.bongsu.access.Access;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.Translations;
import dev.bongsu.console.ConsoleSender;
import dev.bongsu.feed.FeedStatisticsStore;
import java.io.Console;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/// The lines of a finished start: on the terminal if there is one, else in the log, where only the
/// operator reads.
final class StartupReport {
  private static final Logger LOG = LoggerFactory.getLogger(StartupReport.class);

  private final ObjectProvider<ConsoleSender> console;
  private final FeedStatisticsStore feeds;
  private final List<ChatMembers> platforms;
  private final Access access;
  private final Translations wording = Translations.in(Locale.getDefault());

  StartupReport(
      ObjectProvider<ConsoleSender> console,
      FeedStatisticsStore feeds,
      List<ChatMembers> platforms,
      Access access) {
    this.console = console;
    this.feeds = feeds;
    this.platforms = platforms;
    this.access = access;
  }

  /// Prints how long the start took, and the pairing code of each platform without an owner: the
  /// first person who sends the code becomes the bot's owner.
  void print() {
    ProcessInfo process = ProcessInfo.current();
    long count = feeds.counts().active();
    LOG.info("Ready: {}, {} feeds", process, count);
    String seconds = "%.1f".formatted(process.uptime().toMillis() / 1000.0);
    String ready = wording.text("ready", seconds, process.residentMegabytes(), count);
    console.ifAvailable(sender -> sender.write(new Message.Text(ready)));
    platforms.forEach(this::printPairingCode);
  }

  private void printPairingCode(ChatMembers platform) {
    access
        .pairingCode(platform.platform())
        .map(code -> pairingText(platform, code))
        .ifPresent(this::printForOperator);
  }

  private void printForOperator(String text) {
    ConsoleSender terminal = console.getIfAvailable();
    if (terminal != null) {
      terminal.write(new Message.Text(text));
    } else if (hasTerminal()) {
      System.out.println(text);
    } else {
      LOG.info("{}", text);
    }
  }

  /// Whether somebody sees the standard output: then a code need not be in the log.
  private static boolean hasTerminal() {
    return Stream.ofNullable(System.console()).anyMatch(Console::isTerminal);
  }

  private String pairingText(ChatMembers platform, String code) {
    String link = platform.startLink(code).map(uri -> " (" + uri + ")").orElse("");
    String key = platform.platform() == Platform.SLACK ? "pairing.slack" : "pairing";
    return wording.text(key, platform.platform().code(), code, link);
  }
}
