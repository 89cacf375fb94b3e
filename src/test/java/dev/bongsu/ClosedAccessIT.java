package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bongsu.testkit.BotProcess;
import dev.bongsu.testkit.FakeTelegram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packed bot as it is without a setting for access: closed, with a code for its owner.
class ClosedAccessIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern CODE = Pattern.compile("/start ([A-Z2-9]{5}-[A-Z2-9]{5})");

  @TempDir private Path temporary;
  private final FakeTelegram telegram = FakeTelegram.start();

  @AfterEach
  void stop() {
    telegram.close();
  }

  @Test
  void r100TheFirstStartPrintsTheCodeThatMakesTheOwnerAndTheNextPrintsNone() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("bot"));
    try (BotProcess bot = BotProcess.start(folder, settings())) {
      await().atMost(PATIENCE).until(() -> CODE.matcher(bot.errors()).find());
      Matcher code = CODE.matcher(bot.errors());
      assertThat(code.find()).isTrue();
      telegram.say(8, "/list");
      await().atMost(PATIENCE).until(() -> texts(8).size() == 1);
      telegram.say(7, "/start " + code.group(1));
      await().atMost(PATIENCE).until(() -> texts(7).size() == 1);
      assertThat(texts(7).getFirst()).startsWith("You are now the owner");
      assertThat(texts(8).getFirst()).startsWith("This bot is private");
      bot.terminate();
      bot.awaitExit();
    }
    try (BotProcess bot = BotProcess.start(folder, settings())) {
      telegram.say(7, "/subscribe word");
      await().atMost(PATIENCE).until(() -> texts(7).size() == 2);
      assertThat(texts(7).getLast()).startsWith("Subscribed");
      assertThat(bot.errors()).doesNotContainPattern(CODE);
    }
  }

  private Map<String, String> settings() {
    return Map.of(
        "TELEGRAM_BOT_TOKEN", telegram.token(),
        "BONGSU_TELEGRAM_API_URL", telegram.url().toString(),
        "BONGSU_FEED_CATALOGUE", "");
  }

  private List<String> texts(long chat) {
    return telegram.sent(chat).stream().map(FakeTelegram.SentMessage::text).toList();
  }
}
