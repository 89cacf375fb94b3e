/// Health and metrics over HTTP.
///
/// Liveness: the process runs. Readiness: it can work.
///
/// May import `storage`, `chat`, `inbox`, `http`, `feed`, `article`, `delivery`.
@ApplicationModule(
    allowedDependencies = {"storage", "chat", "inbox", "http", "feed", "article", "delivery"})
@NullMarked
package dev.bongsu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
