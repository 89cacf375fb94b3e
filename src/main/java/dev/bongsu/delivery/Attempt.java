package dev.bongsu.delivery;

import dev.bongsu.chat.SendResult;
import java.time.Instant;

/// One send and its result.
///
/// @param account it was sent with
/// @param messagesLeft of this delivery, with this one
/// @param sent when it was sent
record Attempt(
    ClaimedDelivery claimed, String account, int messagesLeft, Instant sent, SendResult result) {
  Delivery delivery() {
    return claimed.delivery();
  }
}
