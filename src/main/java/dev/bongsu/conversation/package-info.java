/// Parses, routes and answers commands, the same for every platform.
///
/// `InboxProcessor` claims a message, `CommandRouter` parses it, checks `AccessPolicy` and calls
/// the handler. A handler does the network work and returns a
/// [dev.bongsu.conversation.PendingReply], which changes the database in the transaction that marks
/// the message as done. A new command is a constant of `CommandName`, its texts in
/// `messages/*.properties` (`menu.<name>` for the menu), an entry in `config.CommandConfiguration`,
/// and:
///
/// ```java
/// public final class EchoCommands implements CommandGroup {
///   @Override
///   public Map<CommandName, CommandHandler> handlers() {
///     return Map.of(CommandName.ECHO, (context, rest) -> () -> Reply.of(context.text("echo", rest)));
///   }
/// }
/// ```
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
