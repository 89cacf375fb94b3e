package dev.bongsu.demo;

import java.net.URI;
import java.time.Instant;

/// A story that is out.
///
/// @param at when it came out
/// @param path of its page, different in each run of the demo
record Release(Story story, Instant at, String path) {

  /// The address of its page.
  ///
  /// @param base scheme, host and port of the newsroom
  URI address(URI base) {
    return base.resolve(path);
  }
}
