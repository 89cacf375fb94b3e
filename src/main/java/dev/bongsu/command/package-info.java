/// The commands: what each does and what it replies.
///
/// Each class implements `conversation.CommandGroup` for some commands and their buttons. A new one
/// is listed in `config.CommandConfiguration`.
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
