package dev.bongsu.delivery;

import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Platform;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a platform allows with one token, for all nodes: whether it accepts the token, how many
/// messages a second it takes, and how the alerts are spread over that second.
public final class TokenRateLimiter {
  private final AccountStore accounts;
  private final PermitStore permits;
  private final DeliverySettings settings;
  private final InstantSource clock;
  private final Set<String> registered = ConcurrentHashMap.newKeySet();

  public TokenRateLimiter(Database database, InstantSource clock, DeliverySettings settings) {
    this.accounts = new AccountStore(database, clock);
    this.permits = new PermitStore(database, clock);
    this.settings = settings;
    this.clock = clock;
  }

  /// Creates the rows of a sender's token, once in a process.
  void register(ChatSender sender) {
    accounts.registerOrRevive(sender.account());
    if (!registered.contains(sender.account())) {
      permits.addMissing(sender.account(), perSecond(sender.platform()));
      registered.add(sender.account());
    }
  }

  /// Whether the platform accepts messages with this token now.
  boolean isAvailable(ChatSender sender) {
    return availableFrom(sender).filter(from -> !from.isAfter(clock.instant())).isPresent();
  }

  /// When messages may be sent with this token again; now or earlier if they may, empty if never.
  Optional<Instant> availableFrom(ChatSender sender) {
    return accounts.availableFrom(sender.account());
  }

  /// Whether the platform limits the messages of a token, and not only those of a chat.
  boolean isRateLimited(Platform platform) {
    return perSecond(platform) > 0;
  }

  /// When the next message may be sent.
  ///
  /// @param priority of the message
  Instant nextPermit(ChatSender sender, DeliveryPriority priority) {
    Instant free = permits.nextFree(sender.account(), perSecond(sender.platform()));
    Instant alert = Instant.ofEpochMilli(accounts.alertAllowedMillis(sender.account()));
    return priority == DeliveryPriority.ALERT && alert.isAfter(free) ? alert : free;
  }

  /// Whether a message must wait for a permit.
  boolean mustWait(ChatSender sender, DeliveryPriority priority) {
    return isRateLimited(sender.platform())
        && nextPermit(sender, priority).isAfter(clock.instant());
  }

  List<Claim> claimPermits(ChatSender sender, int max) {
    return permits.claim(sender.account(), perSecond(sender.platform()), max);
  }

  AlertPacer alertPacer(ChatSender sender) {
    return AlertPacer.of(
        perSecond(sender.platform()),
        accounts.alertAllowedMillis(sender.account()),
        clock.millis());
  }

  void setAlertAllowed(ChatSender sender, long millis) {
    accounts.setAlertAllowedMillis(sender.account(), millis);
  }

  /// Returns a permit with which nothing was sent.
  void release(Claim permit) {
    permits.release(permit);
  }

  /// Extends a permit to a second after its use.
  void recordUse(Claim permit, Instant sent, Duration lateness) {
    permits.recordUse(permit, sent, lateness);
  }

  /// Pauses the channel, or the token if several channels of it are limited.
  ///
  /// @return whether the limit is the token's
  boolean recordRateLimit(String account, String channelKey, Instant until) {
    return accounts.recordRateLimit(account, channelKey, until);
  }

  void markRejected(String account, String reason) {
    accounts.registerOrRevive(account);
    accounts.markRejected(account, reason);
  }

  List<String> rejectedAccounts() {
    return accounts.rejectedAccounts();
  }

  /// Messages that a token may send in a second; 0 where the platform limits only chats.
  private int perSecond(Platform platform) {
    return switch (platform) {
      case TELEGRAM -> settings.telegramPerSecond();
      case SLACK, CONSOLE -> 0;
    };
  }
}
