/// A small newsroom on loopback, for trying the bot without a token or a network.
///
/// Active in the profile `demo` only.
///
/// May import `chat`, `subscription`, `query`, `feed`, `command`.
@ApplicationModule(allowedDependencies = {"chat", "subscription", "query", "feed", "command"})
@NullMarked
package dev.bongsu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
