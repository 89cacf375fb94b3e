package dev.bongsu.delivery;

import dev.bongsu.storage.Claim;
import dev.bongsu.storage.ClaimedRow;
import dev.bongsu.subscription.Chat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A delivery whose send is recorded as begun and whose chat is claimed.
///
/// @param claim on the chat
/// @param interrupted whether an earlier send was begun whose end was not recorded
/// @param permit to send in this second; null where the platform limits only chats
/// @param claimedAt when it was claimed
public record ClaimedDelivery(
    Claim claim,
    Chat chat,
    Delivery delivery,
    boolean interrupted,
    @Nullable Claim permit,
    Instant claimedAt)
    implements ClaimedRow {

  /// Whether an earlier send failed, or may have.
  boolean isRetry() {
    return delivery.attempts() > 1;
  }

  /// Whether an earlier send may have arrived.
  boolean mayBeRepeat() {
    return delivery.ambiguousSends() > 0;
  }
}
