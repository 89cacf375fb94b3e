package dev.bongsu.demo;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// Plays Telegram for a training run: one person who says a few things, one after the other, and
/// counts what is sent to them.
///
/// Source: Telegram Bot API
@RestController
@Profile("training")
public final class TrainingChat {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Map<String, Object> PERSON =
      Map.of("id", 7, "type", "private", "is_bot", false, "first_name", "Trainee");

  private final InstantSource clock;
  private final AtomicInteger said = new AtomicInteger();

  /// An answer to each line, and an alert.
  private final CountDownLatch expected = new CountDownLatch(lines("").size() + 1);

  /// A chat in which nothing has been said.
  public TrainingChat(InstantSource clock) {
    this.clock = clock;
  }

  private static List<String> lines(String base) {
    return List.of(
        "/start",
        "/addfeed " + base + "/demo/rss.xml",
        "/addfeed " + base + "/demo/atom.xml",
        "/subscribe 사이버안보 회의",
        "/subscribe \"cybersecurity meeting\" OR \"cyber security talks\"",
        "/list",
        "/search cyber",
        "/feeds",
        "/help");
  }

  /// Waits until everything was answered.
  ///
  /// @return false if it was not in time
  public boolean awaitAnswers(Duration atMost) throws InterruptedException {
    return expected.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  @PostMapping("/bot{token}/{method}")
  Map<String, Object> answer(
      @PathVariable String method,
      @RequestBody(required = false) Map<String, Object> request,
      UriComponentsBuilder here)
      throws InterruptedException {
    Object result =
        switch (method.toLowerCase(Locale.ROOT)) {
          case "getme" ->
              Map.of("id", 1, "is_bot", true, "first_name", "Bongsu", "username", "bot");
          case "getupdates" -> updates(here.build().toUri());
          case "sendmessage" -> sent();
          default -> true;
        };
    return Map.of("ok", true, "result", result);
  }

  private Map<String, Object> sent() {
    expected.countDown();
    return Map.of("message_id", 1, "date", now(), "chat", PERSON);
  }

  private List<Object> updates(URI here) throws InterruptedException {
    Thread.sleep(POLL);
    List<String> lines = lines(here.toString());
    int number = said.getAndIncrement();
    return number < lines.size() ? List.of(update(number + 1, lines.get(number))) : List.of();
  }

  private Map<String, Object> update(int number, String text) {
    return Map.of(
        "update_id",
        number,
        "message",
        Map.of("message_id", number, "date", now(), "chat", PERSON, "from", PERSON, "text", text));
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
