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

/// Stores each typed line in the inbox. The end of input stops the reader, not the bot.
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

  /// Reads in a daemon thread.
  public void start() {
    Thread.ofPlatform().daemon().name("console").start(this::readAll);
  }

  /// Reads until the end of input.
  void readAll() {
    try {
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = readLine(reader); line != null; line = readLine(reader)) {
        receive(line);
      }
      LOG.info("End of terminal input; alerts continue");
    } catch (IOException e) {
      LOG.warn("Terminal input failed, no more commands are read: {}", e.getMessage());
    }
  }

  /// The next line without its end; the first 10 000 characters of a longer one. Null at the end of
  /// input.
  private static @Nullable String readLine(Reader reader) throws IOException {
    int character = reader.read();
    if (character < 0) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    for (; character >= 0 && character != '\n'; character = reader.read()) {
      if (line.length() < MAX_LINE_CHARACTERS) {
        line.append((char) character);
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
      LOG.error("Line of terminal not stored; type it again", e);
    }
  }
}
