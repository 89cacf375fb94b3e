package dev.bongsu.slack;

import dev.bongsu.chat.WebLink;
import java.net.URI;
import java.util.Optional;

/// An article's address as Slack takes it.
final class SlackLink {
  /// More is refused by Slack in a button.
  private static final int MAX_LENGTH = 3000;

  private SlackLink() {}

  /// The address in ASCII, percent-encoded; empty unless it is one of the web's.
  static Optional<String> of(URI link) {
    return WebLink.of(link).filter(address -> address.length() <= MAX_LENGTH);
  }
}
