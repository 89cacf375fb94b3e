package dev.bongsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.ChatQueueStore;
import dev.bongsu.delivery.DeadLetterStore;
import dev.bongsu.delivery.DeliveryStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `deadletters`: what could not be delivered, listed and sent again (r069).
class DeadLettersCommandTest {
  private final TestClock clock = new TestClock();
  private final TestDatabase database = TestDatabase.sqlite();
  private final OutboxStore outbox = outbox(database.database());
  private final DeadLetterStore letters = new DeadLetterStore(database.database(), clock, outbox);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void r069ListsEachWithItsReasonOldestFirst() {
    addDead("1", "first", "400 poison");
    addDead("2", "second", "delivery unconfirmed");
    assertThat(run("list", "--json")).isZero();
    List<JsonNode> lines =
        text(out).lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(lines).extracting(line -> line.get("id").asLong()).containsExactly(1L, 2L);
    assertThat(lines)
        .extracting(line -> line.get("reason").asString())
        .containsExactly("400 poison", "delivery unconfirmed");
    assertThat(lines)
        .extracting(line -> line.get("chat").asString())
        .containsExactly("telegram:1", "telegram:2");
    assertThat(lines.getFirst().get("kind").asString()).isEqualTo("reply");

    out.reset();
    assertThat(run()).as("list is what it does without a word").isZero();
    assertThat(text(out).lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("1  ")
        .endsWith("telegram:1  a reply: 400 poison");
  }

  @Test
  void r069ReplaysTheNamedOnesOnly() {
    addDead("1", "first", "400 poison");
    addDead("2", "second", "400 poison");
    addDead("3", "third", "400 poison");
    assertThat(run("replay", "1", "3")).isZero();

    assertThat(text(out).lines())
        .containsExactly("1 is sent again when the bot runs", "3 is sent again when the bot runs");
    assertThat(states()).containsExactly("waiting", "dead", "waiting");
    assertThat(outbox.backlog().rows()).isEqualTo(2);
  }

  @Test
  void r069ReplaysAll() {
    addDead("1", "first", "400 poison");
    addDead("2", "second", "400 poison");
    assertThat(run("replay", "all")).isZero();
    assertThat(states()).containsExactly("waiting", "waiting");

    assertThat(run("replay", "all")).as("nothing is left, which is no error").isZero();
    assertThat(run("list")).isZero();
    assertThat(text(err)).isEmpty();
  }

  @Test
  void r069ANumberThatIsNoneFailsAndTheOthersGoOn() {
    addDead("1", "first", "400 poison");
    assertThat(run("replay", "7", "1", "1")).isOne();

    assertThat(states()).containsExactly("waiting");
    assertThat(text(err).lines())
        .hasSize(2)
        .allMatch(line -> line.contains("no dead letter has this number"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replay",
        "replay x",
        "replay all 1",
        "replay 1 all",
        "replay -1",
        "replay 1234567890123456789",
        "list 1",
        "list all",
        "delete 1"
      })
  void anotherLineIsRefusedBeforeAnythingIsOpened(String line) {
    addDead("1", "first", "400 poison");
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(states()).containsExactly("dead");
  }

  private int run(String... arguments) {
    Parts parts =
        new Parts() {
          @Override
          public <T> T get(Class<T> type) {
            return type.cast(letters);
          }
        };
    DeadLettersCommand command = new DeadLettersCommand(() -> parts, stream(out), stream(err));
    return new CommandLine(command)
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .execute(arguments);
  }

  private void addDead(String channel, String text, String reason) {
    ChatId chat = new ChatId(Platform.TELEGRAM, "", channel, "");
    outbox.addReply(
        new ChatStore(database.database(), clock).findOrCreate(chat, Locale.ENGLISH).key(),
        new Message.Text(text));
    database
        .database()
        .write()
        .sql(
            "update delivery set state = 'dead', ended_ms = :now, reason = :reason"
                + " where state = 'waiting'")
        .param("now", clock.millis())
        .param("reason", reason)
        .update();
    clock.advance(Duration.ofSeconds(1));
  }

  private List<String> states() {
    return database
        .database()
        .read()
        .sql("select state from delivery order by id")
        .query((row, _) -> row.getString("state"))
        .list();
  }

  private OutboxStore outbox(Database base) {
    return new OutboxStore(
        base,
        clock,
        database.nudges(),
        new ChatQueueStore(base, clock, new LeaseSettings(Duration.ofSeconds(60))),
        new DeliveryStore(base, clock));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
