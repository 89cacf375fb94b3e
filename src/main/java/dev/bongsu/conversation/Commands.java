package dev.bongsu.conversation;

import java.util.List;
import java.util.Map;

/// Some commands and the buttons that belong to them.
public interface Commands {

  /// What is done for a command; each name has one handler in all.
  default Map<CommandName, Handler> handlers() {
    return Map.of();
  }

  /// What is done for a button, by its verb.
  default Map<String, PressHandler> presses() {
    return Map.of();
  }

  /// Does a command.
  @FunctionalInterface
  interface Handler {
    /// Does the network work; the rest is in the answer.
    ///
    /// @param rest what was said behind the command's name
    Answer answer(Asked asked, String rest);
  }

  /// Does what a button says.
  ///
  /// @param changes whether only those may press it who may change the chat's subscriptions
  record PressHandler(boolean changes, Press press) {}

  /// Does what a button says.
  @FunctionalInterface
  interface Press {
    /// Does the network work; the rest is in the answer.
    ///
    /// @param arguments as the button was made with them; ids in it are of any chat, and are to be
    ///   looked up in the chat asked about
    Answer answer(Asked asked, List<String> arguments);
  }
}
