package dev.bongsu.console;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.inbox.InboxStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands each line that is typed to the inbox. The end of input ends the reading, not the bot.
public final class ConsoleReader {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleReader.class);
  private static final int MAX_LINE_CHARACTERS = 10_000;

  private final InboxStore inbox;
  private final InputStream in;
  private final Locale language;

  /// Reads a stream.
  ///
  /// @param in lines in UTF-8
  /// @param language for the first answer
  public ConsoleReader(InboxStore inbox, InputStream in, Locale language) {
    this.inbox = inbox;
    this.in = in;
    this.language = language;
  }

  /// Reads in a thread of its own, which never keeps the process alive.
  public void start() {
    Thread.ofPlatform().daemon().name("console").start(this::readAll);
  }

  /// Reads until the end of input.
  void readAll() {
    try {
      BufferedReader letters =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = readLine(letters); line != null; line = readLine(letters)) {
        receive(line);
      }
      LOG.info("The terminal's input has ended; alerts go on");
    } catch (IOException e) {
      LOG.warn("The terminal cannot be read any more: {}", e.getMessage());
    }
  }

  /// The next line, without its end; of a very long one the start. Null at the end of input.
  private static @Nullable String readLine(Reader letters) throws IOException {
    int letter = letters.read();
    if (letter < 0) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    for (; letter >= 0 && letter != '\n'; letter = letters.read()) {
      if (line.length() < MAX_LINE_CHARACTERS) {
        line.append((char) letter);
      }
    }
    return line.toString();
  }

  private void receive(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      return;
    }
    String updateId = UUID.randomUUID().toString();
    try {
      inbox.receive(new Inbound(ChatId.console(), updateId, "", text, language));
    } catch (RuntimeException e) {
      LOG.error("A line of the terminal could not be kept: say it again", e);
    }
  }
}
