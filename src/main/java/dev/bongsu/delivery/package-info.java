/// The outbox: deliveries, their order and rate, retries, storms, dead letters, and notices to the
/// operator.
///
/// `OutboxStore` puts rows in; `ChatDelivery` takes them to their platforms; `ChatLifecycle` hears
/// of chats that go, come back or move; `OperatorNotices` tells the operator of trouble. What is
/// promised: `docs/delivery.md`.
///
/// May import `storage`, `chat`, `subscription`, `feed`, `article`, `alert`.
@ApplicationModule(
    allowedDependencies = {"storage", "chat", "subscription", "feed", "article", "alert"})
@NullMarked
package dev.bongsu.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
