package dev.bongsu.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/// Reads every log line of every test, and fails the test in which one holds what looks like a
/// token (r025), or one beside it or after it. Registered for the whole suite in
/// `META-INF/services`.
public final class LogScanner implements BeforeEachCallback, AfterEachCallback {
  /// Tokens of Telegram's bots and of Slack's apps and bots.
  private static final Pattern TOKEN =
      Pattern.compile(
          "[0-9]{6,}:[A-Za-z0-9_-]{30,}|xox[a-z]-[A-Za-z0-9-]{8,}|xapp-[A-Za-z0-9-]{8,}");

  private static final String NAME = "scanner";
  private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();
  private static final LoggerContext LOGS = (LoggerContext) LoggerFactory.getILoggerFactory();

  /// Fails if the text holds what looks like a token.
  public static void check(String where, String text) {
    TOKEN
        .matcher(text)
        .results()
        .findAny()
        .ifPresent(
            found -> {
              int from = Math.max(0, found.start() - 80);
              throw new AssertionError(
                  "a token in %s: %s***".formatted(where, text.substring(from, found.start())));
            });
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    install();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    String found = FOUND.poll();
    if (found != null) {
      throw new AssertionError(found);
    }
  }

  /// Again before each test: a Spring that ends stops logging, and everybody who listened is gone.
  private static synchronized void install() {
    if (LOGS.getCopyOfListenerList().stream().noneMatch(ReattachAfterReset.class::isInstance)) {
      LOGS.addListener(new ReattachAfterReset());
    }
    if (LOGS.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(NAME) == null) {
      attach();
    }
  }

  private static void attach() {
    ScanningAppender reader = new ScanningAppender();
    reader.setContext(LOGS);
    reader.setName(NAME);
    reader.start();
    LOGS.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(reader);
  }

  private static final class ScanningAppender extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      IThrowableProxy thrown = event.getThrowableProxy();
      String trace = thrown == null ? "" : ThrowableProxyUtil.asString(thrown);
      try {
        check("a line of " + event.getLoggerName(), event.getFormattedMessage() + "\n" + trace);
      } catch (AssertionError e) {
        FOUND.add(e.getMessage());
      }
    }
  }

  /// Spring sets logging up anew at each start, and throws out who listened.
  private static final class ReattachAfterReset implements LoggerContextListener {
    @Override
    public boolean isResetResistant() {
      return true;
    }

    @Override
    public void onReset(LoggerContext context) {
      attach();
    }

    @Override
    public void onStart(LoggerContext context) {}

    @Override
    public void onStop(LoggerContext context) {}

    @Override
    public void onLevelChange(Logger logger, Level level) {}
  }
}
