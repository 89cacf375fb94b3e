package dev.bongsu.delivery;

import dev.bongsu.storage.Claim;
import dev.bongsu.subscription.Chat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message that is about to be sent: written down as begun, its chat claimed.
///
/// @param claim on the chat
/// @param interrupted whether an earlier send was begun and its end never written down
/// @param permit to send in this second; null where the platform counts by chats alone
/// @param claimedAt when it was claimed
public record ClaimedDelivery(
    Claim claim,
    Chat chat,
    Delivery delivery,
    boolean interrupted,
    @Nullable Claim permit,
    Instant claimedAt) {

  /// Whether an earlier send failed, or may have.
  boolean isRetry() {
    return delivery.attempts() > 1;
  }

  /// Whether it may have arrived before.
  boolean mayBeRepeat() {
    return delivery.ambiguousSends() > 0;
  }
}
