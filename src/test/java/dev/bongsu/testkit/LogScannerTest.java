package dev.bongsu.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("sets logging up anew")
class LogScannerTest {
  private static final String TOKEN = "1234567890:" + "A".repeat(35);

  @Test
  void r025aTokenInALogLineFailsItsTest() {
    LogScanner scanner = new LogScanner();
    scanner.beforeEach(null);
    enabledLogger().info("403 for http://host/bot{}/getMe", TOKEN);
    assertThatThrownBy(() -> scanner.afterEach(null))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("somebody")
        .hasMessageNotContaining(TOKEN);
  }

  @Test
  void r025alsoInATraceAndAfterLoggingWasSetUpAnew() throws JoranException {
    LogScanner scanner = new LogScanner();
    scanner.beforeEach(null);
    LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    logs.reset();
    new ContextInitializer(logs).autoConfig();
    enabledLogger().warn("failed", new IllegalStateException("xoxb-12345-67890-abcdef"));
    assertThatThrownBy(() -> scanner.afterEach(null)).isInstanceOf(AssertionError.class);
  }

  /// Whatever the tests before this one have switched off.
  private static Logger enabledLogger() {
    Logger logger = (Logger) LoggerFactory.getLogger("somebody");
    logger.setLevel(Level.INFO);
    return logger;
  }

  @Test
  void whatIsNoTokenIsLeftAlone() {
    assertThatCode(() -> LogScanner.check("x", "2026-11-24T15:00:00 telegram:1234567 10:30"))
        .doesNotThrowAnyException();
  }
}
