package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import java.time.Instant;

/// A delivery that was given up.
///
/// @param id for replaying it
/// @param article the article's link; blank for a reply
/// @param ended when it was given up
public record DeadLetter(
    long id, ChatId chat, String article, int attempts, Instant ended, String reason) {}
