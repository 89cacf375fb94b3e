package dev.bongsu.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import dev.bongsu.chat.Inbound;
import dev.bongsu.subscription.ChatStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The language of a Slack user, by `users.info` (scope `users:read`); without it a guess from
/// their message.
///
/// A lookup takes at most 500 ms, because Slack waits for its acknowledgement. After a failure
/// there is none for ten minutes.
final class UserLanguages {
  private static final Logger LOG = LoggerFactory.getLogger(UserLanguages.class);
  private static final Duration LOOKUP_TIMEOUT = Duration.ofMillis(500);
  private static final Duration RETRY_DELAY = Duration.ofMinutes(10);
  private static final int MAX_CACHED_USERS = 10_000;

  private final SlackClient client;
  private final InstantSource clock;
  private final SequencedMap<String, Locale> cache = new LinkedHashMap<>();
  private volatile Instant nextLookup = Instant.MIN;

  UserLanguages(SlackClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  Locale of(String user, String text) {
    Locale language = cached(user);
    if (language == null && !user.isEmpty() && !clock.instant().isBefore(nextLookup)) {
      language = fetchInTime(user);
    }
    return language == null ? ChatStore.guessed(Inbound.guessLanguage(text)) : language;
  }

  private @Nullable Locale fetchInTime(String user) {
    FutureTask<@Nullable Locale> lookup = new FutureTask<>(() -> fetch(user));
    Thread.ofVirtual().name("slack-user").start(lookup);
    try {
      return lookup.get(LOOKUP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      nextLookup = clock.instant().plus(RETRY_DELAY);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  /// A late answer is cached for the next message.
  private @Nullable Locale fetch(String user) throws IOException, SlackApiException {
    UsersInfoResponse answer =
        client.methods().usersInfo(request -> request.user(user).includeLocale(true));
    if (!answer.isOk() || answer.getUser() == null || answer.getUser().getLocale() == null) {
      LOG.info(
          "users.info failed ({}); languages are guessed for {}", answer.getError(), RETRY_DELAY);
      nextLookup = clock.instant().plus(RETRY_DELAY);
      return null;
    }
    Locale locale = Locale.forLanguageTag(answer.getUser().getLocale());
    Locale language = Locale.of(locale.getLanguage());
    put(user, language);
    return language;
  }

  private @Nullable Locale cached(String user) {
    synchronized (cache) {
      return cache.get(user);
    }
  }

  private void put(String user, Locale language) {
    synchronized (cache) {
      cache.put(user, language);
      if (cache.size() > MAX_CACHED_USERS) {
        cache.pollFirstEntry();
      }
    }
  }
}
