package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.BotProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packed program, as an operator meets it.
class BotProcessIT {
  private static final Map<String, String> NO_FEEDS = Map.of("BONGSU_FEED_CATALOGUE", "");

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("bot"));
  }

  @Test
  void badSettingsStopTheStartWithALineEach() {
    Map<String, String> settings =
        Map.of("BONGSU_FEED_INTERVALL", "2s", "SERVER_PORT", "abc", "BONGSU_HTTP_ALLOW", "x");
    try (BotProcess bot = BotProcess.startJar(folder, settings)) {
      assertThat(bot.awaitExit()).isEqualTo(2);
      assertThat(bot.errors().lines())
          .satisfiesExactlyInAnyOrder(
              line -> assertThat(line).startsWith("unknown setting BONGSU_FEED_INTERVALL "),
              line -> assertThat(line).startsWith("server.port must be a whole number"),
              line -> assertThat(line).startsWith("bongsu.http.allow: 'x' is not host:port"));
      assertThat(bot.output()).isEmpty();
    }
  }

  @Test
  void commandReadsKoreanWhateverTheLocale() throws IOException {
    Files.writeString(folder.resolve("짝.tsv"), "회의\t정부가 회의를 열었다\n");
    Files.writeString(folder.resolve("list"), "짝.tsv\n");
    try (BotProcess command = BotProcess.startJar(folder, NO_FEEDS, "feed", "--json", "@list")) {
      assertThat(command.awaitExit()).isOne();
      assertThat(command.output()).startsWith("{\"source\":\"짝.tsv\",\"ok\":false,");
      assertThat(command.errors()).hasLineCount(1).startsWith("짝.tsv: neither RSS");
    }
  }

  @Test
  void r070r073AnswersHoldsItsFileComesBackAfterAKillAndEndsWell() throws IOException {
    try (BotProcess bot = BotProcess.startJar(folder, NO_FEEDS)) {
      bot.type("/subscribe 사이버안보 회의");
      bot.awaitOutput("Subscribed: 사이버안보 회의");
      secondBotIsRefused();
      nobodyElseReadsItsFiles();
      bot.kill();
    }
    try (BotProcess bot = BotProcess.startJar(folder, NO_FEEDS)) {
      bot.type("/list");
      bot.awaitOutput("1. 사이버안보 회의");
      bot.terminate();
      assertThat(bot.awaitExit()).isZero();
      assertThat(bot.errors()).isEmpty();
    }
  }

  private void nobodyElseReadsItsFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      assertThat(files)
          .hasSizeGreaterThan(3)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .endsWith("------"));
    }
  }

  private void secondBotIsRefused() {
    try (BotProcess second = BotProcess.startJar(folder, NO_FEEDS)) {
      assertThat(second.awaitExit()).isEqualTo(2);
      assertThat(second.errors()).hasLineCount(1).startsWith("another Bongsu runs on ");
    }
  }
}
