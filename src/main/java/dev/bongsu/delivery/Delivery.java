package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.Message;

/// One thing on its way to a chat.
///
/// @param attempts sends begun so far that say something about the message
/// @param parts how many of its messages have arrived
/// @param doubts sends of which nobody knows whether they arrived
/// @param plain whether its markup was refused
record Delivery(
    DeliveryId id, Content content, int attempts, int parts, int doubts, boolean plain) {

  Urgency urgency() {
    return content instanceof Content.Reply ? Urgency.REPLY : Urgency.ALERT;
  }

  /// With one more send of which nobody knows whether it arrived.
  Delivery doubted() {
    return new Delivery(id, content, attempts, parts, doubts + 1, plain);
  }

  /// With one more send begun.
  Delivery begun() {
    return new Delivery(id, content, attempts + 1, parts, doubts, plain);
  }

  /// What is sent: an alert is written only when it is sent, a reply is kept as it was said.
  sealed interface Content {
    record Reply(Message.Text text) implements Content {}

    record AlertAbout(ArticleId article) implements Content {}

    /// What was held in a storm, in one.
    record Digest() implements Content {}
  }
}
