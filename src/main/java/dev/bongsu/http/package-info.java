/// Guarded HTTP: all requests to untrusted addresses go through `GuardedHttp`.
///
/// Address guard on the address that the client connects to, own redirects, a total deadline, size
/// caps, and the gap between two requests to one host (`HostStore`).
///
/// A proxy, if one is set, is used here and by the platforms (`Proxies`).
///
/// May import `storage`, `chat`.
@ApplicationModule(allowedDependencies = {"storage", "chat"})
@NullMarked
package dev.bongsu.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
