/// The commands: what each does and what it replies.
///
/// Each class implements `conversation.Commands` for a few verbs and their buttons.
///
/// May import `storage`, `chat`, `language`, `inbox`, `access`, `query`, `syndication`,
/// `subscription`, `feed`, `match`, `article`, `alert`, `archive`, `delivery`, `conversation`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "language",
      "inbox",
      "access",
      "query",
      "syndication",
      "subscription",
      "feed",
      "match",
      "article",
      "alert",
      "archive",
      "delivery",
      "conversation"
    })
@NullMarked
package dev.bongsu.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
