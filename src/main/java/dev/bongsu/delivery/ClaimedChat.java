package dev.bongsu.delivery;

import dev.bongsu.storage.Claim;
import java.time.Instant;

/// A chat that is claimed for its next message.
///
/// @param channelKey of the channel whose limits it shares
record ClaimedChat(Claim claim, Instant claimedAt, String channelKey, ChatQueue state) {
  long id() {
    return claim.id();
  }
}
