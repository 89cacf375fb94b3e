package dev.bongsu.chat;

/// The number of a chat's row: stands for a [ChatId] in tables.
public record ChatKey(long value) {}
