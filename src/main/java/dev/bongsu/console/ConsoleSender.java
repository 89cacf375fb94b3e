package dev.bongsu.console;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import java.io.PrintStream;

/// Writes to the terminal.
public final class ConsoleSender implements ChatSender {
  private final PrintStream out;

  /// Speaks through a stream.
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
  public SendResult send(ChatId chat, Message message) {
    String text = ConsoleText.of(message);
    synchronized (out) {
      out.println(text);
      out.println();
      out.flush();
      // Asking clears nothing: once the terminal is gone, it stays gone.
      return out.checkError()
          ? new SendResult.Later("the terminal cannot be written to")
          : new SendResult.Sent("");
    }
  }
}
