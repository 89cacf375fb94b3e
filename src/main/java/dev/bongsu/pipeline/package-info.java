/// The six loops and their clock. Start reading at `Pipeline`.
///
/// A `WorkLoop` claims rows of a `WorkQueue` and hands each to a `WorkHandler`, which works and
/// commits.
///
/// May import `storage`, `chat`, `page`, `inbox`, `syndication`, `subscription`, `feed`, `match`,
/// `article`, `alert`, `delivery`, `conversation`, `retention`, `command`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "page",
      "inbox",
      "syndication",
      "subscription",
      "feed",
      "match",
      "article",
      "alert",
      "delivery",
      "conversation",
      "retention",
      "command"
    })
@NullMarked
package dev.bongsu.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
