package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.Message;

/// One thing on its way to a chat.
///
/// @param attempts sends begun so far
record Delivery(DeliveryId id, Content content, int attempts) {

  /// What is sent: an alert is written only when it is sent, a reply is kept as it was said.
  sealed interface Content {
    record Reply(Message.Text text) implements Content {}

    record AlertAbout(ArticleId article) implements Content {}
  }
}
