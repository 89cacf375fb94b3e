/// Wiring, the settings check and the one system clock.
///
/// Nothing else creates a component of another package.
///
/// May import `storage`, `chat`, `analysis`, `page`, `inbox`, `access`, `http`, `query`,
/// `syndication`, `subscription`, `console`, `feed`, `match`, `article`, `alert`, `archive`,
/// `delivery`, `conversation`, `retention`, `command`, `pipeline`, `slack`, `telegram`, `web`,
/// `demo`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "analysis",
      "page",
      "inbox",
      "access",
      "http",
      "query",
      "syndication",
      "subscription",
      "console",
      "feed",
      "match",
      "article",
      "alert",
      "archive",
      "delivery",
      "conversation",
      "retention",
      "command",
      "pipeline",
      "slack",
      "telegram",
      "web",
      "demo"
    })
@NullMarked
package dev.bongsu.config;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
