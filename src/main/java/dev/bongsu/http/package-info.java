/// Guarded HTTP: all requests to untrusted addresses go through `GuardedHttp`.
///
/// Address guard on the address that the client connects to, own redirects, a total deadline, size
/// caps, and the gap between two requests to one host (`HostStore`).
///
/// May import `storage`.
@ApplicationModule(allowedDependencies = {"storage"})
@NullMarked
package dev.bongsu.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
