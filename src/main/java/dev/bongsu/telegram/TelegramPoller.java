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

/// Fetches what was said to the bot, round by round. An update is in the inbox before Telegram is
/// told that it arrived; what comes twice is kept once.
///
/// For one thread, which turns it ([TelegramLoop]; by hand in tests).
public final class TelegramPoller {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramPoller.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TelegramApi api;
  private final InboxStore inbox;
  private final TelegramMembershipEvents membershipEvents;
  private final PlatformTokens tokens;
  private final InstantSource clock;
  private final Duration longPoll;
  private final TelegramCommandMenu menu;
  private final Backoff backoff = new Backoff(SECOND, MINUTE);
  private final Backoff conflictBackoff = new Backoff(Duration.ofSeconds(5), MINUTE);

  private @Nullable TelegramUpdateReader updateReader;
  private @Nullable Integer offset;
  private Instant nextWarning = Instant.MIN;
  private volatile boolean stopped;

  /// @param longPoll how long Telegram may hold a poll while there is nothing new
  public TelegramPoller(
      TelegramApi api,
      InboxStore inbox,
      ChatLifecycle comings,
      PlatformTokens tokens,
      InstantSource clock,
      Duration longPoll) {
    this.api = api;
    this.inbox = inbox;
    this.membershipEvents = new TelegramMembershipEvents(comings);
    this.tokens = tokens;
    this.clock = clock;
    this.longPoll = longPoll;
    this.menu = new TelegramCommandMenu(api);
  }

  /// Asks once for news and keeps them.
  ///
  /// @return how long to wait before the next round; empty if there must be none, because Telegram
  ///   refuses the token
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

  /// From another thread: ends the poll under way, and all rounds.
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
        .timeout((int) longPoll.toSeconds())
        .allowedUpdates(
            Stream.concat(
                    TelegramUpdateReader.UPDATE_TYPES.stream(),
                    TelegramMembershipEvents.UPDATE_TYPES.stream())
                .toList())
        .build();
  }

  /// The offset follows the last update kept, also downwards: after a quiet week Telegram counts on
  /// from any number.
  private Duration store(TelegramUpdateReader known, JsonNode batch, Instant begun) {
    for (JsonNode update : batch) {
      try {
        store(known, update);
      } catch (DataAccessException | TransactionException e) {
        if (mayLogNow()) {
          LOG.error("Update {} cannot be stored now; I keep trying", idOf(update), e);
        }
        return backoff.next();
      }
      offset = idOf(update) + 1;
    }
    backoff.reset();
    conflictBackoff.reset();
    // A server that holds no poll must not be asked without end.
    boolean hasty = batch.isEmpty() && clock.instant().isBefore(begun.plus(SECOND));
    return hasty ? SECOND : Duration.ZERO;
  }

  /// Keeps an update, as a failed one if that fails through its own content: tried again it would
  /// fail again, and hold up all others.
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

  /// Only the kind of error: its message may hold what somebody said.
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
                + " again. Until then nothing is heard from Telegram; all else goes on",
            failed.reason());
        tokens.markRejected(api.account(), Platform.TELEGRAM, failed.reason());
        yield Optional.empty();
      }
      case CONFLICT -> {
        warnOncePerMinute(conflictMessage(failed));
        yield Optional.of(conflictBackoff.next());
      }
      case OTHER -> {
        warnOncePerMinute("Telegram cannot be asked for news: " + failed.reason());
        Duration told = Duration.ofSeconds(failed.retryAfterSeconds());
        Duration ours = backoff.next();
        yield Optional.of(told.compareTo(ours) > 0 ? told : ours);
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
