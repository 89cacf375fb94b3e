/// The operator's commands.
///
/// `feed`, `read`, `match`, `render` open no database; each prints text or, with `--json`, one
/// object a line. `doctor` is a list of `DoctorCheck`s.
///
/// May import `storage`, `chat`, `language`, `charset`, `analysis`, `summary`, `page`, `http`,
/// `query`, `syndication`, `subscription`, `console`, `feed`, `match`, `delivery`, `command`,
/// `slack`, `telegram`, `config`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "language",
      "charset",
      "analysis",
      "summary",
      "page",
      "http",
      "query",
      "syndication",
      "subscription",
      "console",
      "feed",
      "match",
      "delivery",
      "command",
      "slack",
      "telegram",
      "config"
    })
@NullMarked
package dev.bongsu.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
