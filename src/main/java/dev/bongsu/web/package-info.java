/// What the outside sees over HTTP: health.
///
/// Liveness says the process works; readiness says it can do its job.
///
/// May import `storage`, `feed`, `delivery`.
@ApplicationModule(allowedDependencies = {"storage", "feed", "delivery"})
@NullMarked
package dev.bongsu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
