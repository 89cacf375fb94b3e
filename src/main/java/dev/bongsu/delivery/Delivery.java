package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.Message;

/// One thing on its way to a chat.
///
/// @param attempts sends begun so far that say something about the message
/// @param partsSent how many of its messages have arrived
/// @param ambiguousSends sends of which nobody knows whether they arrived
/// @param plainText whether its markup was refused
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

  /// With one more send of which nobody knows whether it arrived.
  Delivery withAmbiguousSend() {
    return new Delivery(id, content, attempts, partsSent, ambiguousSends + 1, plainText);
  }

  /// With one more send begun.
  Delivery withAttempt() {
    return new Delivery(id, content, attempts + 1, partsSent, ambiguousSends, plainText);
  }

  /// What is sent: an alert is written only when it is sent, a reply is kept as it was said.
  sealed interface Content {
    record Reply(Message.Text text) implements Content {}

    record Alert(ArticleId article) implements Content {}

    /// What was held in a storm, in one.
    record Digest() implements Content {}
  }
}
