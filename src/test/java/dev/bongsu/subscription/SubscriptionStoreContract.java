package dev.bongsu.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Platform;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What the stores of chats and subscriptions promise on every database.
interface SubscriptionStoreContract {
  TestDatabase open();

  @Test
  default void createsAChatOnce() {
    try (TestDatabase database = open()) {
      ChatStore chats = new ChatStore(database.database(), new TestClock());

      Chat first = chats.findOrCreate(chat("1"), Locale.KOREAN);
      Chat again = chats.findOrCreate(chat("1"), Locale.ENGLISH);

      assertThat(again).isEqualTo(first);
      assertThat(first.locale().language()).isEqualTo(Locale.KOREAN);
      assertThat(first.locale().zone().getId()).isEqualTo("Asia/Seoul");
    }
  }

  @Test
  default void r039EqualChannelsOfTwoWorkspacesAreTwoChats() {
    try (TestDatabase database = open()) {
      ChatStore chats = new ChatStore(database.database(), new TestClock());

      Chat one = chats.findOrCreate(new ChatId(Platform.SLACK, "T1", "C1", ""), Locale.ENGLISH);
      Chat two = chats.findOrCreate(new ChatId(Platform.SLACK, "T2", "C1", ""), Locale.ENGLISH);

      assertThat(one.key()).isNotEqualTo(two.key());
    }
  }

  @Test
  default void equalQueriesOfTwoChatsAreOneStandingQuery() {
    try (TestDatabase database = open()) {
      SubscriptionStore store = new SubscriptionStore(database.database(), new TestClock());
      ChatKey one = key(database, "1");
      ChatKey two = key(database, "2");

      assertThat(store.add(one, "Ransomware", "ransomware")).isTrue();
      assertThat(store.add(two, "ransomware", "ransomware")).isTrue();
      assertThat(store.add(two, "RANSOMWARE", "ransomware")).isFalse();

      assertThat(store.changesAfter(StandingQuery.QueryVersion.after(0), 100)).hasSize(1);
      assertThat(store.of(one)).extracting(Subscription::text).containsExactly("Ransomware");
    }
  }

  @Test
  default void returnsChangesAfterAVersion() {
    try (TestDatabase database = open()) {
      SubscriptionStore store = new SubscriptionStore(database.database(), new TestClock());
      ChatKey chat = key(database, "1");
      long before = store.version();
      store.add(chat, "선거", "선거");
      long added = store.version();

      assertThat(added).isGreaterThan(before);
      assertThat(store.changesAfter(StandingQuery.QueryVersion.after(before), 100))
          .extracting(StandingQuery::active)
          .containsExactly(true);

      store.remove(chat, store.of(chat).getFirst().id());
      assertThat(store.changesAfter(StandingQuery.QueryVersion.after(added), 100))
          .extracting(StandingQuery::active)
          .containsExactly(false);

      store.add(chat, "선거", "선거");
      assertThat(store.changesAfter(StandingQuery.QueryVersion.after(added), 100))
          .extracting(StandingQuery::active)
          .containsExactly(true);
    }
  }

  @Test
  default void queryStaysActiveWhileOneChatSubscribes() {
    try (TestDatabase database = open()) {
      SubscriptionStore store = new SubscriptionStore(database.database(), new TestClock());
      ChatKey one = key(database, "1");
      ChatKey two = key(database, "2");
      store.add(one, "election", "election");
      store.add(two, "election", "election");

      store.remove(one, store.of(one).getFirst().id());

      assertThat(store.changesAfter(StandingQuery.QueryVersion.after(0), 100))
          .extracting(StandingQuery::active)
          .containsExactly(true);
    }
  }

  @Test
  default void cannotRemoveAnotherChatsSubscription() {
    try (TestDatabase database = open()) {
      SubscriptionStore store = new SubscriptionStore(database.database(), new TestClock());
      ChatKey owner = key(database, "1");
      ChatKey stranger = key(database, "2");
      store.add(owner, "election", "election");
      SubscriptionId id = store.of(owner).getFirst().id();

      assertThat(store.remove(stranger, id)).isFalse();
      assertThat(store.of(owner)).hasSize(1);
    }
  }

  private static ChatId chat(String channel) {
    return new ChatId(Platform.TELEGRAM, "", channel, "");
  }

  private static ChatKey key(TestDatabase database, String channel) {
    return new ChatStore(database.database(), new TestClock())
        .findOrCreate(chat(channel), Locale.ENGLISH)
        .key();
  }
}
