/// The nightly deletion of what nobody needs any more.
///
/// `RetentionJob` runs it in order; nothing that is undelivered is touched.
///
/// May import `storage`, `inbox`, `access`, `http`, `feed`, `article`.
@ApplicationModule(allowedDependencies = {"storage", "inbox", "access", "http", "feed", "article"})
@NullMarked
package dev.bongsu.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
