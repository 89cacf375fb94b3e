/// The nightly deletion of old rows.
///
/// `RetentionSteps` is its order; the owners of the tables delete. Nothing that is undelivered is
/// deleted.
///
/// May import `storage`, `inbox`, `access`, `http`, `subscription`, `feed`, `article`, `alert`,
/// `delivery`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "inbox",
      "access",
      "http",
      "subscription",
      "feed",
      "article",
      "alert",
      "delivery"
    })
@NullMarked
package dev.bongsu.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
