/// The outbox: deliveries, their order and rate, retries, batching, dead letters, and notices to
/// the operator.
///
/// `OutboxStore` adds rows; `DeliveryDispatcher` claims them; `ChatDelivery` sends them;
/// `ChatLifecycle` handles chats that are gone, come back or move; `OperatorNotices` reports
/// problems to the operator. The guarantees: `docs/delivery.md`.
///
/// May import `storage`, `chat`, `access`, `inbox`, `subscription`, `feed`, `article`, `alert`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "access",
      "inbox",
      "subscription",
      "feed",
      "article",
      "alert"
    })
@NullMarked
package dev.bongsu.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
