package dev.bongsu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.testkit.Rows;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What `DeadLetterStore` promises on every database.
interface DeadLetterStoreContract {
  TestDatabase open();

  @Test
  default void r069ADeadLetterIsListedWithItsReasonAndReplayedOnce() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
      OutboxStore outbox = new OutboxStore(database.database(), clock, leases, database.nudges());
      DeadLetterStore letters = new DeadLetterStore(database.database(), clock, outbox);
      ChatKey chat = new Rows(database, clock).chat("1");
      outbox.addReply(chat, new Message.Text("hello"));
      Claim claim = claim(outbox);
      Delivery delivery = outbox.next(claim).orElseThrow();
      outbox.begin(claim, delivery);
      outbox.dead(claim, delivery, "blocked");
      outbox.release(claim);

      DeadLetter letter = letters.all().getFirst();
      assertThat(letter.reason()).isEqualTo("blocked");
      assertThat(letter.chat().toString()).isEqualTo("telegram:1");
      assertThat(letter.ended()).isEqualTo(clock.instant());

      assertThat(letters.replay(letter.id())).isTrue();
      assertThat(letters.replay(letter.id())).isFalse();
      assertThat(letters.all()).isEmpty();
      assertThat(outbox.next(claim(outbox)).orElseThrow().attempts()).isZero();
    }
  }

  private static Claim claim(OutboxStore outbox) {
    return outbox.claimChats(Set.of(Platform.TELEGRAM), 1).getFirst();
  }
}
