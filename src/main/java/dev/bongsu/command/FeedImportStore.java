package dev.bongsu.command;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.storage.Claims;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.WorkQueue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// The table `feed_import`: addresses of imports, discovered one by one in the background.
public final class FeedImportStore implements WorkQueue<FeedImportItem> {
  /// The table that is nudged when addresses are added.
  public static final String TABLE = "feed_import";

  private final Database database;
  private final Nudges nudges;
  private final Claims claims;

  public FeedImportStore(
      Database database, InstantSource clock, LeaseSettings leases, Nudges nudges) {
    this.database = database;
    this.nudges = nudges;
    this.claims = new Claims(database, clock, leases, TABLE, "id");
  }

  /// Stores addresses to discover; duplicates in a chat's import are ignored.
  void add(ChatKey chat, List<String> addresses, boolean owner) {
    database.batch(
        """
        insert into feed_import (chat_id, address, by_owner) values (?, ?, ?)
        on conflict (chat_id, address) do nothing
        """,
        addresses.stream().map(each -> new Object[] {chat.value(), each, owner}).toList());
    nudges.nudge(TABLE);
  }

  @Override
  public String table() {
    return TABLE;
  }

  /// Claims addresses to discover: the oldest of each chat, so that a long list does not delay a
  /// short one.
  @Override
  public List<FeedImportItem> claim(int max) {
    String select =
        """
        select id from feed_import where state = 'waiting' and lease_until_ms <= :now and id in (
          select min(id) from feed_import where state = 'waiting' group by chat_id)
        order by id limit :limit
        """;
    return claims.claim(
        select,
        Map.of("limit", max),
        (claim, row) ->
            new FeedImportItem(
                claim,
                new ChatKey(row.getLong("chat_id")),
                row.getString("address"),
                row.getBoolean("by_owner")));
  }

  @Override
  public boolean renew(FeedImportItem feed) {
    return claims.renew(feed.claim());
  }

  @Override
  public void release(FeedImportItem feed) {
    claims.release(feed.claim());
  }

  /// Stores the outcome of an address. Call it first in a transaction.
  ///
  /// @param outcome called only while the claim is held
  /// @return false if the claim was lost: nothing is stored
  boolean complete(FeedImportItem feed, Supplier<Outcome> outcome) {
    if (!claims.release(feed.claim())) {
      return false;
    }
    database
        .write()
        .sql("update feed_import set state = :state where id = :id")
        .param("state", outcome.get().name().toLowerCase(Locale.ROOT))
        .param("id", feed.claim().id())
        .update();
    return true;
  }

  /// The progress of a chat's import.
  Progress progress(ChatKey chat) {
    Map<String, Integer> counts = new HashMap<>();
    List<String> unreadable = new ArrayList<>();
    database
        .write()
        .sql("select state, address from feed_import where chat_id = :chat order by id")
        .param("chat", chat.value())
        .query(
            row -> {
              counts.merge(row.getString("state"), 1, Integer::sum);
              if (row.getString("state").equals("unreadable")) {
                unreadable.add(row.getString("address"));
              }
            });
    Map<Outcome, Integer> done = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      done.put(outcome, counts.getOrDefault(outcome.name().toLowerCase(Locale.ROOT), 0));
    }
    return new Progress(counts.getOrDefault("waiting", 0), done, unreadable);
  }

  /// Deletes a chat's import.
  void forget(ChatKey chat) {
    database
        .write()
        .sql("delete from feed_import where chat_id = :chat")
        .param("chat", chat.value())
        .update();
  }

  /// The outcome for one address.
  enum Outcome {
    ADDED,
    ALREADY_ADDED,
    UNREADABLE,
    QUOTA_EXCEEDED
  }

  /// The progress of an import.
  ///
  /// @param outcomes number of addresses by outcome
  /// @param unreadable addresses without a feed
  record Progress(int waiting, Map<Outcome, Integer> outcomes, List<String> unreadable) {
    int of(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0);
    }

    int finished() {
      return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }
  }
}
