package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.conversation.InboxProcessor;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A search for a feed takes up to 80 seconds, and nobody waits for it but the person who asked.
class SlowAnswerTest {
  private static final String RSS =
      "<rss version='2.0'><channel><title>Paper</title><item><title>a</title></item></channel></rss>";

  private final TestDatabase database = TestDatabase.sqlite();
  private final FeedServer server = FeedServer.start();
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);
  private final TestBot bot = TestBot.start(database, new TestClock(), platform, server.allow());

  @AfterEach
  void stop() {
    bot.close();
    server.close();
    database.close();
  }

  @Test
  void f7NoAnsweringSlotAsksTheNetwork() {
    server.serve("/rss", RSS, "text/xml");
    bot.say(chat("1"), "/addfeed " + server.address("/rss"));

    answerFast();

    assertThat(server.requests()).isEmpty();
    bot.say(chat("1"), "/list");
    answerFast();
    assertThat(waiting()).as("the chat goes on").isZero();
    bot.runDueWork();
    assertThat(platform.replies(chat("1"))).hasSize(2).anyMatch(text -> text.contains("Paper"));
  }

  @Test
  void f7APersonWithTooManySearchesIsToldSo() {
    for (int topic = 0; topic < 21; topic++) {
      bot.say(
          new ChatId(Platform.TELEGRAM, "", "1", String.valueOf(topic)),
          "/addfeed " + server.address("/rss" + topic),
          "someone",
          Locale.ENGLISH);
      answerFast();
    }

    assertThat(bot.bean(InboxStore.class).slow().backlog().rows()).isEqualTo(20);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void f7WhatNeedsNoNetworkIsAnsweredAtOnce() {
    bot.say(chat("1"), "/addfeed");
    bot.say(chat("2"), "/addfeed ftp://a.example/x");
    answerFast();

    assertThat(bot.bean(InboxStore.class).slow().backlog().rows()).isZero();
    assertThat(waiting()).isZero();
  }

  private void answerFast() {
    InboxProcessor processor = bot.bean(InboxProcessor.class);
    bot.bean(InboxStore.class).claim(16).forEach(processor::handle);
  }

  private long waiting() {
    return bot.bean(InboxStore.class).backlog().rows();
  }

  private static ChatId chat(String channel) {
    return new ChatId(Platform.TELEGRAM, "", channel, "");
  }
}
