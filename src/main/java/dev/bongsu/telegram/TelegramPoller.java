package dev.bongsu.telegram;

import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.ChatComings;
import dev.bongsu.delivery.Tokens;
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
  private final TelegramComings comings;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Duration longPoll;
  private final TelegramMenu menu;
  private final Backoff backoff = new Backoff(SECOND, MINUTE);
  private final Backoff conflictBackoff = new Backoff(Duration.ofSeconds(5), MINUTE);

  private @Nullable TelegramUpdates updates;
  private @Nullable Integer offset;
  private Instant quietUntil = Instant.MIN;
  private volatile boolean ended;

  /// @param longPoll how long Telegram may hold a poll while there is nothing new
  public TelegramPoller(
      TelegramApi api,
      InboxStore inbox,
      ChatComings comings,
      Tokens tokens,
      InstantSource clock,
      Duration longPoll) {
    this.api = api;
    this.inbox = inbox;
    this.comings = new TelegramComings(comings);
    this.tokens = tokens;
    this.clock = clock;
    this.longPoll = longPoll;
    this.menu = new TelegramMenu(api);
  }

  /// Asks once for news and keeps them.
  ///
  /// @return how long to wait before the next round; empty if there must be none, because Telegram
  ///   refuses the token
  public Optional<Duration> round() {
    TelegramUpdates known = updates;
    if (known == null) {
      return introduce();
    }
    Instant begun = clock.instant();
    menu.offer(begun);
    return switch (api.poll(request())) {
      case Answer.Ok(JsonNode batch) when batch.isArray() -> Optional.of(keep(known, batch, begun));
      case Answer.Ok _ -> waitAfter(Answer.Failed.strange());
      case Answer.Failed failed -> waitAfter(failed);
    };
  }

  /// From another thread: ends the poll under way, and all rounds.
  void end() {
    ended = true;
    api.cancelPoll();
  }

  private Optional<Duration> introduce() {
    return switch (api.getMe()) {
      case Answer.Ok(JsonNode me) when me.path("id").isIntegralNumber() -> {
        Bot bot = new Bot(me.path("id").asLong(0), me.path("username").asString(""));
        updates = new TelegramUpdates(bot);
        backoff.reset();
        LOG.info("On Telegram as @{}", bot.username());
        yield Optional.of(Duration.ZERO);
      }
      case Answer.Ok _ -> waitAfter(Answer.Failed.strange());
      case Answer.Failed failed -> waitAfter(failed);
    };
  }

  private GetUpdates request() {
    return GetUpdates.builder()
        .offset(offset)
        .timeout((int) longPoll.toSeconds())
        .allowedUpdates(
            Stream.concat(TelegramUpdates.KINDS.stream(), TelegramComings.KINDS.stream()).toList())
        .build();
  }

  /// The offset follows the last update kept, also downwards: after a quiet week Telegram counts on
  /// from any number.
  private Duration keep(TelegramUpdates known, JsonNode batch, Instant begun) {
    for (JsonNode update : batch) {
      try {
        keep(known, update);
      } catch (DataAccessException | TransactionException e) {
        if (maySpeak()) {
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
  private void keep(TelegramUpdates known, JsonNode update) {
    try {
      comings.hear(update);
      known.read(update).ifPresent(inbox::receive);
    } catch (DataIntegrityViolationException e) {
      fail(known, update, e);
    } catch (DataAccessException | TransactionException e) {
      throw e;
    } catch (Throwable e) {
      fail(known, update, e);
    }
  }

  /// Only the kind of error: its message may hold what somebody said.
  private void fail(TelegramUpdates known, JsonNode update, Throwable e) {
    inbox.receiveUnreadable(known.unread(update), e.getClass().getName());
  }

  private static int idOf(JsonNode update) {
    return update.path("update_id").asInt(0);
  }

  private Optional<Duration> waitAfter(Answer.Failed failed) {
    if (ended) {
      return Optional.empty();
    }
    return switch (failed.kind()) {
      case TOKEN -> {
        LOG.error(
            "Telegram refuses the token ({}). Ask BotFather for a new one, set it and start the bot"
                + " again. Until then nothing is heard from Telegram; all else goes on",
            failed.reason());
        tokens.refused(api.account(), Platform.TELEGRAM, failed.reason());
        yield Optional.empty();
      }
      case CONFLICT -> {
        sayOnceAMinute(conflict(failed));
        yield Optional.of(conflictBackoff.next());
      }
      case OTHER -> {
        sayOnceAMinute("Telegram cannot be asked for news: " + failed.reason());
        Duration told = Duration.ofSeconds(failed.retryAfterSeconds());
        Duration ours = backoff.next();
        yield Optional.of(told.compareTo(ours) > 0 ? told : ours);
      }
    };
  }

  private static String conflict(Answer.Failed failed) {
    return failed.reason().contains("webhook")
        ? "This bot has a webhook, so Telegram sends its updates there and not here. If the webhook"
            + " is not needed, call the Bot API's method deleteWebhook with the bot's token; the"
            + " bot then goes on by itself"
        : "Another program fetches this bot's updates from Telegram: "
            + failed.reason()
            + ". Stop it, or give this bot a token of its own";
  }

  private void sayOnceAMinute(String words) {
    if (maySpeak()) {
      LOG.warn("{}", words);
    }
  }

  private boolean maySpeak() {
    Instant now = clock.instant();
    boolean may = !now.isBefore(quietUntil);
    quietUntil = may ? now.plus(MINUTE) : quietUntil;
    return may;
  }
}
