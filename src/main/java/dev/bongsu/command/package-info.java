/// The conversation, the same on every platform.
///
/// `InboxStore` takes what was said; `Conversation` reads a command, does it and answers.
///
/// May import `storage`, `chat`, `text`, `http`, `feed`, `query`, `article`, `subscription`,
/// `match`, `archive`, `alert`, `delivery`.
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
      "delivery"
    })
@NullMarked
package dev.bongsu.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
