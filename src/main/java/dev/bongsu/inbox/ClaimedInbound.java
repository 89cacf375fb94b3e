package dev.bongsu.inbox;

import dev.bongsu.chat.Inbound;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.ClaimedRow;

/// A message that is claimed to be answered.
///
/// @param failedAttempts answers that failed so far
public record ClaimedInbound(Claim claim, Inbound inbound, int failedAttempts)
    implements ClaimedRow {}
