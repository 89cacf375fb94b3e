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
  default void r100KeepsOwnerRoleAndTheLastOwner() {
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
      assertThat(store.grants(Platform.TELEGRAM))
          .containsExactly(new Grant(chat("1"), Role.OWNER), new Grant(chat("2"), Role.GUEST));
      assertThat(store.revoke(new Grant(chat("1"), Role.OWNER))).isFalse();
      assertThat(store.hasOwner(Platform.TELEGRAM)).isTrue();
      store.grant(chat("2"), "2", Role.OWNER);
      assertThat(store.revoke(new Grant(chat("1"), Role.OWNER))).isTrue();
      assertThat(store.revoke(new Grant(chat("1"), Role.OWNER))).isFalse();
      assertThat(store.grants(Platform.TELEGRAM)).containsExactly(new Grant(chat("2"), Role.OWNER));
    }
  }

  @Test
  default void revokesGuestsButNotOwners() {
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
  default void r100ACodeWorksOnceUntilItExpires() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      AccessStore store = new AccessStore(database.database(), clock);
      store.addInvitationCode("a", MINUTE);
      store.addInvitationCode("b", MINUTE);
      store.replacePairingCode("first");
      store.replacePairingCode("second");

      assertThat(store.codeRole("first")).isEmpty();
      assertThat(store.codeRole("second")).contains(Role.OWNER);
      assertThat(store.codeRole("a")).contains(Role.GUEST);
      assertThat(store.consumeCode("a")).isTrue();
      assertThat(store.consumeCode("a")).isFalse();
      clock.advance(MINUTE);
      assertThat(store.codeRole("b")).isEmpty();
      assertThat(store.consumeCode("b")).isFalse();
      assertThat(store.consumeCode("second")).isTrue();
    }
  }

  @Test
  default void r099QuotaWindowStartsAtFirstUse() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      QuotaStore quotas = new QuotaStore(database.database(), clock);
      assertThat(quotas.used("me", "command", MINUTE)).isZero();
      assertThat(quotas.increment("me", "command", MINUTE)).isEqualTo(1);
      clock.advance(Duration.ofSeconds(59));
      assertThat(quotas.increment("me", "command", MINUTE)).isEqualTo(2);
      assertThat(quotas.increment("you", "command", MINUTE)).isEqualTo(1);
      assertThat(quotas.increment("me", "feed", MINUTE)).isEqualTo(1);
      assertThat(quotas.used("me", "command", MINUTE)).isEqualTo(2);
      clock.advance(Duration.ofSeconds(1));
      assertThat(quotas.used("me", "command", MINUTE)).isZero();
      assertThat(quotas.increment("me", "command", MINUTE)).isEqualTo(1);

      clock.advance(MINUTE.plusSeconds(1));
      assertThat(quotas.deleteOlderThan(clock.instant().minus(MINUTE), 2)).isEqualTo(2);
      assertThat(quotas.deleteOlderThan(clock.instant().minus(MINUTE), 2)).isEqualTo(1);
      assertThat(quotas.deleteOlderThan(clock.instant().minus(MINUTE), 2)).isZero();
    }
  }

  @Test
  default void createsAValueOnceOrReplacesIt() {
    try (TestDatabase database = open()) {
      InstallationStore facts = new InstallationStore(database.database());
      assertThat(facts.find("key")).isEmpty();
      assertThat(facts.putIfAbsent("key", "first")).isEqualTo("first");
      assertThat(facts.putIfAbsent("key", "second")).isEqualTo("first");
      facts.put("key", "third");
      assertThat(facts.find("key")).contains("third");
    }
  }
}
