/// What was said to the bot, kept before the platform gets its receipt.
///
/// `InboxStore` takes it and hands it out to be answered, in order for each chat.
///
/// May import `storage`, `chat`.
@ApplicationModule(allowedDependencies = {"storage", "chat"})
@NullMarked
package dev.bongsu.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
