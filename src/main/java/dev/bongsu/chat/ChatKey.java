package dev.bongsu.chat;

/// The id of a chat's row, which other tables use instead of its [ChatId].
public record ChatKey(long value) {}
