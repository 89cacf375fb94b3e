/// How a command is written, on every platform the same: from what was said to a reply.
///
/// `InboxProcessor` answers one inbound message; a room of commands implements `CommandGroup`.
///
/// May import `storage`, `chat`, `inbox`, `access`, `query`, `subscription`, `delivery`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "inbox",
      "access",
      "query",
      "subscription",
      "delivery"
    })
@NullMarked
package dev.bongsu.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
