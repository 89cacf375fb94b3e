package dev.bongsu.command;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.ClaimedRow;

/// A claimed address of an import.
///
/// @param byOwner whether an owner of the bot imported it
public record FeedImportItem(Claim claim, ChatKey chat, String address, boolean byOwner)
    implements ClaimedRow {}
