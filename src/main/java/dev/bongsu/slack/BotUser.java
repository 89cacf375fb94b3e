package dev.bongsu.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bot's own user id, by `auth.test`: some of its messages come back without `bot_id`, and must
/// not be answered.
///
/// The lookup takes at most 500 ms, because Slack waits for its acknowledgement. After a failure
/// there is none for a minute.
final class BotUser {
  private static final Logger LOG = LoggerFactory.getLogger(BotUser.class);
  private static final Duration LOOKUP_TIMEOUT = Duration.ofMillis(500);
  private static final Duration RETRY_DELAY = Duration.ofMinutes(1);

  private final SlackClient client;
  private final InstantSource clock;
  private volatile String id = "";
  private volatile Instant nextLookup = Instant.MIN;

  BotUser(SlackClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /// Whether a message's sender is the bot itself; false while its id is not known.
  boolean is(String user) {
    if (id.isEmpty() && !clock.instant().isBefore(nextLookup)) {
      lookUpInTime();
    }
    return !id.isEmpty() && id.equals(user);
  }

  private void lookUpInTime() {
    FutureTask<Boolean> lookup = new FutureTask<>(this::lookUp);
    Thread.ofVirtual().name("slack-self").start(lookup);
    try {
      lookup.get(LOOKUP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      nextLookup = clock.instant().plus(RETRY_DELAY);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean lookUp() throws IOException, SlackApiException {
    AuthTestResponse answer = client.methods().authTest(request -> request);
    if (answer.isOk() && answer.getUserId() != null) {
      id = answer.getUserId();
      return true;
    }
    LOG.info("auth.test failed ({}); tried again in {}", answer.getError(), RETRY_DELAY);
    nextLookup = clock.instant().plus(RETRY_DELAY);
    return false;
  }
}
