package dev.bongsu.slack;

import dev.bongsu.chat.WebLink;
import java.net.URI;
import java.util.Optional;

/// An article's link in Slack's format.
final class SlackLink {
  /// Slack's limit for the link of a button.
  private static final int MAX_LENGTH = 3000;

  private SlackLink() {}

  /// The address in ASCII, percent-encoded; empty unless it is http or https.
  static Optional<String> of(URI link) {
    return WebLink.of(link).filter(address -> address.length() <= MAX_LENGTH);
  }
}
