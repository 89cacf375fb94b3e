package dev.bongsu.telegram;

/// Who we are on Telegram.
///
/// @param username without the `@`; people write it in any letter case
record BotIdentity(long id, String username) {}
