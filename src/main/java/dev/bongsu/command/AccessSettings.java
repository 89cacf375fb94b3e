package dev.bongsu.command;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may talk to the bot.
///
/// @param mode `open`: everybody
@ConfigurationProperties("bongsu.access")
public record AccessSettings(@DefaultValue("open") Mode mode) {

  /// There is no `closed` until chats can be paired: a bot that nobody can reach helps nobody.
  public enum Mode {
    OPEN
  }
}
