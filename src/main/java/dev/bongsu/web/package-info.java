/// What the outside sees over HTTP: health and metrics.
///
/// Liveness says the process works; readiness says it can do its job.
///
/// May import `storage`, `chat`, `inbox`, `feed`, `article`, `delivery`.
@ApplicationModule(
    allowedDependencies = {"storage", "chat", "inbox", "feed", "article", "delivery"})
@NullMarked
package dev.bongsu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
