/// The outbox: deliveries, their order, retries and dead letters.
///
/// `OutboxStore` puts rows in; `ChatDelivery` takes one chat's rows to its platform.
///
/// May import `storage`, `chat`, `article`, `subscription`, `alert`.
@ApplicationModule(allowedDependencies = {"storage", "chat", "article", "subscription", "alert"})
@NullMarked
package dev.bongsu.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
