package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.Message;

/// A message that waits for a chat.
///
/// @param attempts sends begun so far that count
/// @param partsSent how many of its messages have arrived
/// @param ambiguousSends sends with an unknown result
/// @param plainText whether the platform rejected its markup
record Delivery(
    DeliveryId id,
    Content content,
    int attempts,
    int partsSent,
    int ambiguousSends,
    boolean plainText) {

  DeliveryPriority priority() {
    return content instanceof Content.Reply ? DeliveryPriority.REPLY : DeliveryPriority.ALERT;
  }

  /// With one more send of unknown result.
  Delivery withAmbiguousSend() {
    return new Delivery(id, content, attempts, partsSent, ambiguousSends + 1, plainText);
  }

  /// With one more send begun.
  Delivery withAttempt() {
    return new Delivery(id, content, attempts + 1, partsSent, ambiguousSends, plainText);
  }

  /// The content: an alert is written only when it is sent, a reply is stored as text.
  sealed interface Content {
    record Reply(Message.Text text) implements Content {}

    record Alert(ArticleId article) implements Content {}

    /// The held alerts, in one message.
    record Digest() implements Content {}
  }
}
