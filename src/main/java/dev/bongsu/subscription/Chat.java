package dev.bongsu.subscription;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Message.ChatLocale;

/// A chat we know.
public record Chat(ChatKey key, ChatId id, ChatLocale locale) {}
