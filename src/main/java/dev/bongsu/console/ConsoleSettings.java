package dev.bongsu.console;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The terminal as a chat.
///
/// @param enabled whether the terminal is a chat; without a value it is one if no platform has a
///   token
@ConfigurationProperties("bongsu.console")
public record ConsoleSettings(@Nullable Boolean enabled) {}
