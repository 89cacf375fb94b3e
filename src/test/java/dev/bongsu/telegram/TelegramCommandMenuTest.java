package dev.bongsu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Secret;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import dev.bongsu.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramCommandMenuTest {
  private final TestClock clock = new TestClock();
  private final FakeTelegram server = FakeTelegram.start();
  private final TelegramApi api =
      new TelegramApi(
          new TelegramSettings(new Secret(server.token()), server.url()), Duration.ofSeconds(30));
  private final TelegramCommandMenu menu = new TelegramCommandMenu(api);

  @AfterEach
  void stop() {
    api.close();
    server.close();
  }

  @Test
  void r024IsSetOnceForEverybodyAndOnceForKorean() {
    menu.setIfDue(clock.instant());
    menu.setIfDue(clock.instant());

    assertThat(languages()).containsExactly("", "ko");
  }

  @Test
  void r024IsRetriedAfterAMinute() {
    server.respondWith("setmycommands", ApiResponse.badGateway());
    menu.setIfDue(clock.instant());
    menu.setIfDue(clock.instant());
    assertThat(languages()).containsExactly("");

    server.clearResponses();
    clock.advance(Duration.ofMinutes(1));
    menu.setIfDue(clock.instant());
    assertThat(languages()).containsExactly("", "", "ko");
  }

  private List<String> languages() {
    return server.requests("setmycommands").stream()
        .map(request -> request.body().path("language_code").asString(""))
        .toList();
  }
}
