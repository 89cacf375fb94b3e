/// The operator's commands.
///
/// `feed`, `read`, `match` open no database; each prints text or, with `--json`, one object a line.
///
/// May import `chat`, `text`, `http`, `feed`, `query`, `article`, `match`, `delivery`, `console`,
/// `telegram`, `slack`.
@ApplicationModule(
    allowedDependencies = {
      "chat",
      "text",
      "http",
      "feed",
      "query",
      "article",
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
