package dev.bongsu.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The terminal as a chat.
///
/// @param enabled whether the terminal is a chat
@ConfigurationProperties("bongsu.console")
public record ConsoleSettings(@DefaultValue("true") boolean enabled) {}
