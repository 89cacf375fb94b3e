package dev.bongsu.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.access.AccessStore.Grant;
import dev.bongsu.access.AccessStore.Role;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What `AccessStore`, `QuotaStore` and `InstallationStore` promise on every database.
interface AccessStoresContract {
  Duration MINUTE = Duration.ofMinutes(1);

  TestDatabase open();

  private static ChatId chat(String channel) {
    return new ChatId(Platform.TELEGRAM, "", channel, "");
  }

  @Test
  default void r100AnOwnerStaysOneAndTheLastCannotBeTakenOut() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      AccessStore store = new AccessStore(database.database(), clock);
      assertThat(store.hasOwner(Platform.TELEGRAM)).isFalse();
      store.grant(chat("2"), "2", Role.GUEST);
      clock.advance(MINUTE);
      store.grant(chat("1"), "1", Role.OWNER);
      store.grant(chat("1"), "1", Role.GUEST);
      store.grant(new ChatId(Platform.SLACK, "T1", "U1", ""), "U1", Role.OWNER);

      assertThat(store.role(chat("1"), "1")).contains(Role.OWNER);
      assertThat(store.role(chat("3"), "3")).isEmpty();
      assertThat(store.all(Platform.TELEGRAM))
          .containsExactly(new Grant(chat("1"), Role.OWNER), new Grant(chat("2"), Role.GUEST));
      assertThat(store.revoke(new Grant(chat("1"), Role.OWNER))).isFalse();
      assertThat(store.hasOwner(Platform.TELEGRAM)).isTrue();
      store.grant(chat("2"), "2", Role.OWNER);
      assertThat(store.revoke(new Grant(chat("1"), Role.OWNER))).isTrue();
      assertThat(store.revoke(new Grant(chat("1"), Role.OWNER))).isFalse();
      assertThat(store.all(Platform.TELEGRAM)).containsExactly(new Grant(chat("2"), Role.OWNER));
    }
  }

  @Test
  default void aGuestIsAStrangerAgainAndAnOwnerIsNot() {
    try (TestDatabase database = open()) {
      AccessStore store = new AccessStore(database.database(), new TestClock());
      store.grant(chat("1"), "1", Role.OWNER);
      store.grant(chat("2"), "2", Role.GUEST);
      store.revokeGuest(chat("1"));
      store.revokeGuest(chat("2"));
      assertThat(store.role(chat("1"), "1")).contains(Role.OWNER);
      assertThat(store.role(chat("2"), "2")).isEmpty();
    }
  }

  @Test
  default void r100ACodeIsGoodOnceAndForItsTime() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      AccessStore store = new AccessStore(database.database(), clock);
      store.addInvitation("a", MINUTE);
      store.addInvitation("b", MINUTE);
      store.replacePairing("first");
      store.replacePairing("second");

      assertThat(store.codeRole("first")).isEmpty();
      assertThat(store.codeRole("second")).contains(Role.OWNER);
      assertThat(store.codeRole("a")).contains(Role.GUEST);
      assertThat(store.use("a")).isTrue();
      assertThat(store.use("a")).isFalse();
      clock.advance(MINUTE);
      assertThat(store.codeRole("b")).isEmpty();
      assertThat(store.use("b")).isFalse();
      assertThat(store.use("second")).isTrue();
    }
  }

  @Test
  default void r099AQuotaCountsFromItsFirstUseForItsTime() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      QuotaStore quotas = new QuotaStore(database.database(), clock);
      assertThat(quotas.used("me", "command", MINUTE)).isZero();
      assertThat(quotas.count("me", "command", MINUTE)).isEqualTo(1);
      clock.advance(Duration.ofSeconds(59));
      assertThat(quotas.count("me", "command", MINUTE)).isEqualTo(2);
      assertThat(quotas.count("you", "command", MINUTE)).isEqualTo(1);
      assertThat(quotas.count("me", "feed", MINUTE)).isEqualTo(1);
      assertThat(quotas.used("me", "command", MINUTE)).isEqualTo(2);
      clock.advance(Duration.ofSeconds(1));
      assertThat(quotas.used("me", "command", MINUTE)).isZero();
      assertThat(quotas.count("me", "command", MINUTE)).isEqualTo(1);

      clock.advance(MINUTE.plusSeconds(1));
      assertThat(quotas.forget(MINUTE, 2)).isEqualTo(2);
      assertThat(quotas.forget(MINUTE, 2)).isEqualTo(1);
      assertThat(quotas.forget(MINUTE, 2)).isZero();
    }
  }

  @Test
  default void aFactIsMadeOnceOrChanged() {
    try (TestDatabase database = open()) {
      InstallationStore facts = new InstallationStore(database.database());
      assertThat(facts.find("key")).isEmpty();
      assertThat(facts.putOnce("key", "first")).isEqualTo("first");
      assertThat(facts.putOnce("key", "second")).isEqualTo("first");
      facts.put("key", "third");
      assertThat(facts.find("key")).contains("third");
    }
  }
}
