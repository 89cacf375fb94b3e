/// The operator's commands.
///
/// `feed`, `read`, `match`, `render` open no database; each prints text or, with `--json`, one
/// object a line. `doctor` is a list of `Check`s.
///
/// May import `storage`, `chat`, `text`, `http`, `feed`, `query`, `article`, `subscription`,
/// `match`, `delivery`, `console`, `telegram`, `slack`.
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
      "delivery",
      "console",
      "telegram",
      "slack"
    })
@NullMarked
package dev.bongsu.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
