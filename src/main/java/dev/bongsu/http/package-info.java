/// The guarded way out: every byte fetched from a stranger comes through `GuardedHttp`.
///
/// Address guard on the address really dialled, own redirects, a total deadline, size caps, and the
/// gap between two requests to one host (`HostStore`).
///
/// May import `storage`.
@ApplicationModule(allowedDependencies = {"storage"})
@NullMarked
package dev.bongsu.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
