package dev.bongsu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Says broken commands to a bot and presses broken buttons.
final class ConversationFuzz {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "1", "");

  private final Mutations mutations;

  ConversationFuzz(long seed) {
    this.mutations = new Mutations(seed);
  }

  /// A bot that hears so many messages, and as many presses; none of them may fail.
  void run(int cases) {
    FakeChat platform = new FakeChat(Platform.TELEGRAM);
    TestClock clock = new TestClock();
    try (TestDatabase database = TestDatabase.sqlite();
        TestBot bot =
            TestBot.start(
                database,
                clock,
                Map.of("bongsu.access.commands-per-minute", "1000000"),
                context -> context.registerBean("platform", FakeChat.class, () -> platform))) {
      for (int i = 0; i < cases; i++) {
        bot.say(CHAT, mutations.of(Samples.COMMANDS));
        bot.press(CHAT, mutations.of(payloads(platform)));
        bot.runDueWork();
        clock.advance(Duration.ofSeconds(10));
        assertThat(failures(database)).as("failed").isEmpty();
      }
      assertThat(platform.replies(CHAT)).isNotEmpty();
    }
  }

  /// What has failed, with the reason.
  private static List<String> failures(TestDatabase database) {
    return database
        .database()
        .read()
        .sql("select text from inbox where state = 'failed'")
        .query((row, _) -> row.getString("text"))
        .list();
  }

  private static List<String> payloads(FakeChat platform) {
    List<String> payloads = new ArrayList<>(List.of("pause:0,1:abc:ABCDEFGH", "pickfeed:0,1:a:b"));
    platform.received().stream()
        .map(FakeChat.ReceivedMessage::message)
        .filter(Message.Text.class::isInstance)
        .flatMap(message -> ((Message.Text) message).buttons().stream())
        .flatMap(List::stream)
        .map(Button::payload)
        .filter(payload -> !payload.isBlank())
        .forEach(payloads::add);
    return payloads;
  }
}
