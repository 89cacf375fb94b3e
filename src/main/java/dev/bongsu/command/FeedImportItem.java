package dev.bongsu.command;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.ClaimedRow;

/// A feed of an import that is being looked for.
///
/// @param byOwner whether an owner of the bot asked for it
public record FeedImportItem(Claim claim, ChatKey chat, String address, boolean byOwner)
    implements ClaimedRow {}
