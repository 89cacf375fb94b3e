/// Messages to the bot, stored before the platform gets its receipt.
///
/// `InboxStore` stores them and is the queue of their answers, in order for each chat.
///
/// May import `storage`, `chat`.
@ApplicationModule(allowedDependencies = {"storage", "chat"})
@NullMarked
package dev.bongsu.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
