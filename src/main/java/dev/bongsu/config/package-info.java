/// Wiring, the settings check and the one system clock.
///
/// Nothing else creates a component of another package.
///
/// May import `storage`, `chat`, `text`, `http`, `feed`, `query`, `article`, `subscription`,
/// `match`, `archive`, `alert`, `delivery`, `command`, `pipeline`, `console`, `telegram`, `slack`,
/// `web`, `demo`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "text",
      "http",
      "feed",
      "query",
      "article",
      "subscription",
      "match",
      "archive",
      "alert",
      "delivery",
      "command",
      "pipeline",
      "slack",
      "console",
      "telegram",
      "web",
      "demo"
    })
@NullMarked
package dev.bongsu.config;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
