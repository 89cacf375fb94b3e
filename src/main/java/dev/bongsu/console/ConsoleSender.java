package dev.bongsu.console;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/// Writes to the terminal.
public final class ConsoleSender implements ChatSender {
  private final PrintStream out;

  /// Writes to a stream.
  ///
  /// @param out in UTF-8
  public ConsoleSender(PrintStream out) {
    this.out = out;
  }

  @Override
  public Platform platform() {
    return Platform.CONSOLE;
  }

  @Override
  public List<Supplier<SendResult>> prepare(ChatId chat, Message message, boolean plain) {
    return List.of(() -> write(message));
  }

  /// Writes a message now.
  public SendResult write(Message message) {
    return print(ConsoleText.of(message));
  }

  private SendResult print(String text) {
    synchronized (out) {
      out.println(text);
      out.println();
      out.flush();
      // checkError does not reset the error: once the terminal is gone, it stays gone.
      return out.checkError()
          ? new SendResult.Unreachable("the terminal cannot be written to")
          : new SendResult.Sent("");
    }
  }
}
