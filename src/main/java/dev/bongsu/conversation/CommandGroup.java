package dev.bongsu.conversation;

import java.util.List;
import java.util.Map;

/// Some commands and their buttons.
public interface CommandGroup {

  /// The handlers by command; each command has one handler in all groups.
  default Map<CommandName, CommandHandler> handlers() {
    return Map.of();
  }

  /// The handlers by the verb of a button.
  default Map<String, ButtonHandler> buttonHandlers() {
    return Map.of();
  }

  /// Handles a command.
  @FunctionalInterface
  interface CommandHandler {
    /// Does the network work; the rest is left to the reply.
    ///
    /// @param rest the text after the command's name
    PendingReply handle(CommandContext context, String rest);
  }

  /// Handles a button.
  ///
  /// @param requiresAdmin whether it needs permission to change the chat's subscriptions
  record ButtonHandler(boolean requiresAdmin, ButtonAction action) {}

  /// Handles a button press.
  @FunctionalInterface
  interface ButtonAction {
    /// Does the network work; the rest is left to the reply.
    ///
    /// @param arguments of the button. They are signed, so numbers in them can be parsed without a
    ///   check; ids may belong to any chat and must be looked up in the context's chat
    PendingReply handle(CommandContext context, List<String> arguments);
  }
}
