/// The terminal as a chat.
///
/// `ConsoleSender` writes alerts and replies; `ConsoleReader` hands what is typed to the inbox.
///
/// May import `chat`, `inbox`.
@ApplicationModule(allowedDependencies = {"chat", "inbox"})
@NullMarked
package dev.bongsu.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
