package dev.bongsu.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleReaderTest {
  private final TestDatabase database = TestDatabase.sqlite();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void eachLineIsHandedOnInItsOrder() {
    assertThat(read("/help\r\n/list\n/feeds")).containsExactly("/help", "/list", "/feeds");
  }

  @Test
  void koreanIsReadAsUtf8WhateverTheLocale() {
    assertThat(read("/구독 사이버안보 회의\n")).containsExactly("/구독 사이버안보 회의");
  }

  @Test
  void bytesThatAreNoUtf8DoNotEndTheReading() {
    byte[] bytes = {'a', (byte) 0xff, '\n', 'b', '\n'};

    assertThat(read(new ByteArrayInputStream(bytes))).containsExactly("a\ufffd", "b");
  }

  @Test
  void ignoresBlankLines() {
    assertThat(read("\n \n\t\r\n\n/help\n\n")).containsExactly("/help");
  }

  @Test
  void acceptsEmptyInput() {
    assertThat(read("")).isEmpty();
  }

  @Test
  void r108TruncatesAVeryLongLineAndReadsTheNext() {
    List<String> lines = read("x".repeat(5_000_000) + "\n/help\n");

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).hasSizeLessThanOrEqualTo(10_000).startsWith("xxx");
    assertThat(lines.getLast()).isEqualTo("/help");
  }

  @Test
  void aBrokenTerminalEndsTheReadingOnly() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();

    assertThat(read(broken)).isEmpty();
  }

  private List<String> read(String input) {
    return read(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> read(InputStream input) {
    LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
    InboxStore inbox =
        new InboxStore(database.database(), new TestClock(), leases, database.nudges());
    new ConsoleReader(inbox, input, Locale.KOREAN).readAll();
    return database
        .database()
        .read()
        .sql("select text from inbox order by id")
        .query((row, _) -> row.getString("text"))
        .list();
  }
}
