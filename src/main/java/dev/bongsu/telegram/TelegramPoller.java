package dev.bongsu.telegram;

import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.PlatformTokens;
import dev.bongsu.inbox.InboxStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import tools.jackson.databind.JsonNode;

/// Polls Telegram for updates. An update is in the inbox before the next poll acknowledges it; a
/// repeated update is stored once.
///
/// For one thread, which calls it ([TelegramLoop]; by hand in tests).
public final class TelegramPoller {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramPoller.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TelegramApi api;
  private final InboxStore inbox;
  private final TelegramMembershipEvents membershipEvents;
  private final PlatformTokens tokens;
  private final InstantSource clock;
  private final TelegramCommandMenu menu;
  private final Backoff backoff = new Backoff(SECOND, MINUTE);
  private final Backoff conflictBackoff = new Backoff(Duration.ofSeconds(5), MINUTE);

  private @Nullable TelegramUpdateReader updateReader;
  private @Nullable Integer offset;
  private Instant nextWarning = Instant.MIN;
  private volatile boolean stopped;

  public TelegramPoller(
      TelegramApi api,
      InboxStore inbox,
      ChatLifecycle lifecycle,
      PlatformTokens tokens,
      InstantSource clock) {
    this.api = api;
    this.inbox = inbox;
    this.membershipEvents = new TelegramMembershipEvents(lifecycle);
    this.tokens = tokens;
    this.clock = clock;
    this.menu = new TelegramCommandMenu(api);
  }

  /// Fetches and stores one batch of updates.
  ///
  /// @return the wait before the next poll; empty if there must be none, because Telegram rejects
  ///   the token
  public Optional<Duration> pollOnce() {
    TelegramUpdateReader known = updateReader;
    if (known == null) {
      return identify();
    }
    Instant begun = clock.instant();
    menu.setIfDue(begun);
    return switch (api.poll(updatesRequest())) {
      case ApiResult.Ok(JsonNode batch) when batch.isArray() ->
          Optional.of(store(known, batch, begun));
      case ApiResult.Ok _ -> delayAfter(ApiResult.Failed.malformed());
      case ApiResult.Failed failed -> delayAfter(failed);
    };
  }

  /// From another thread: cancels the current poll and all later ones.
  void stop() {
    stopped = true;
    api.cancelPoll();
  }

  private Optional<Duration> identify() {
    return switch (api.getMe()) {
      case ApiResult.Ok(JsonNode me) when me.path("id").isIntegralNumber() -> {
        BotIdentity bot =
            new BotIdentity(me.path("id").asLong(0), me.path("username").asString(""));
        updateReader = new TelegramUpdateReader(bot);
        backoff.reset();
        LOG.info("On Telegram as @{}", bot.username());
        yield Optional.of(Duration.ZERO);
      }
      case ApiResult.Ok _ -> delayAfter(ApiResult.Failed.malformed());
      case ApiResult.Failed failed -> delayAfter(failed);
    };
  }

  private GetUpdates updatesRequest() {
    return GetUpdates.builder()
        .offset(offset)
        .timeout((int) api.longPoll().toSeconds())
        .allowedUpdates(
            Stream.concat(
                    TelegramUpdateReader.UPDATE_TYPES.stream(),
                    TelegramMembershipEvents.UPDATE_TYPES.stream())
                .toList())
        .build();
  }

  /// The offset follows the last stored update, also downwards: after a week without updates
  /// Telegram continues at a random number.
  private Duration store(TelegramUpdateReader known, JsonNode batch, Instant begun) {
    for (JsonNode update : batch) {
      try {
        store(known, update);
      } catch (DataAccessException | TransactionException e) {
        if (mayLogNow()) {
          LOG.error("Update {} could not be stored; it is polled again", idOf(update), e);
        }
        return backoff.next();
      }
      offset = idOf(update) + 1;
    }
    backoff.reset();
    conflictBackoff.reset();
    // A server that does not hold polls must not be polled in a tight loop.
    boolean tooFast = batch.isEmpty() && clock.instant().isBefore(begun.plus(SECOND));
    return tooFast ? SECOND : Duration.ZERO;
  }

  /// Stores an update; as a failed one if its content is the cause, because a retry would fail
  /// again and block all others.
  private void store(TelegramUpdateReader known, JsonNode update) {
    try {
      membershipEvents.onUpdate(update);
      known.read(update).ifPresent(inbox::receive);
    } catch (DataIntegrityViolationException e) {
      storeAsFailed(known, update, e);
    } catch (DataAccessException | TransactionException e) {
      throw e;
    } catch (Throwable e) {
      storeAsFailed(known, update, e);
    }
  }

  /// Stores only the class of the error, because its message may contain private text.
  private void storeAsFailed(TelegramUpdateReader known, JsonNode update, Throwable e) {
    inbox.receiveUnreadable(known.unreadable(update), e.getClass().getName());
  }

  private static int idOf(JsonNode update) {
    return update.path("update_id").asInt(0);
  }

  private Optional<Duration> delayAfter(ApiResult.Failed failed) {
    if (stopped) {
      return Optional.empty();
    }
    return switch (failed.kind()) {
      case TOKEN_REFUSED -> {
        LOG.error(
            "Telegram refuses the token ({}). Ask BotFather for a new one, set it and start the bot"
                + " again. Until then nothing is received from Telegram; the rest of the bot runs"
                + " on",
            failed.reason());
        tokens.markRejected(api.account(), Platform.TELEGRAM, failed.reason());
        yield Optional.empty();
      }
      case CONFLICT -> {
        warnOncePerMinute(conflictMessage(failed));
        yield Optional.of(conflictBackoff.next());
      }
      case OTHER -> {
        warnOncePerMinute("getUpdates failed, will be retried: " + failed.reason());
        Duration requested = Duration.ofSeconds(failed.retryAfterSeconds());
        Duration ours = backoff.next();
        yield Optional.of(requested.compareTo(ours) > 0 ? requested : ours);
      }
    };
  }

  private static String conflictMessage(ApiResult.Failed failed) {
    return failed.reason().contains("webhook")
        ? "This bot has a webhook, so Telegram sends its updates there and not here. If the webhook"
            + " is not needed, call the Bot API's method deleteWebhook with the bot's token; the"
            + " bot then goes on by itself"
        : "Another program fetches this bot's updates from Telegram: "
            + failed.reason()
            + ". Stop it, or give this bot a token of its own";
  }

  private void warnOncePerMinute(String words) {
    if (mayLogNow()) {
      LOG.warn("{}", words);
    }
  }

  private boolean mayLogNow() {
    Instant now = clock.instant();
    boolean may = !now.isBefore(nextWarning);
    nextWarning = may ? now.plus(MINUTE) : nextWarning;
    return may;
  }
}
