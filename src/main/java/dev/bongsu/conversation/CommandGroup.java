package dev.bongsu.conversation;

import java.util.List;
import java.util.Map;

/// Some commands and the buttons that belong to them.
public interface CommandGroup {

  /// What is done for a command; each name has one handler in all.
  default Map<CommandName, CommandHandler> handlers() {
    return Map.of();
  }

  /// What is done for a button, by its verb.
  default Map<String, ButtonHandler> buttonHandlers() {
    return Map.of();
  }

  /// Does a command.
  @FunctionalInterface
  interface CommandHandler {
    /// Does the network work; the rest is in the answer.
    ///
    /// @param rest what was said behind the command's name
    PendingReply handle(CommandContext context, String rest);
  }

  /// Does what a button says.
  ///
  /// @param requiresAdmin whether only those may press it who may change the chat's subscriptions
  record ButtonHandler(boolean requiresAdmin, ButtonAction action) {}

  /// Does what a button says.
  @FunctionalInterface
  interface ButtonAction {
    /// Does the network work; the rest is in the answer.
    ///
    /// @param arguments as the button was made with them; ids in it are of any chat, and are to be
    ///   looked up in the chat asked about
    PendingReply handle(CommandContext context, List<String> arguments);
  }
}
