package dev.bongsu.inbox;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.storage.Backlog;
import dev.bongsu.storage.Claims;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.WorkQueue;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The messages of the table `inbox` that were set aside, because their answer needs a long time.
public final class SlowInboxStore implements WorkQueue<ClaimedInbound> {
  static final String STATE = "slow";

  private final Database database;
  private final InstantSource clock;
  private final Claims claims;

  SlowInboxStore(Database database, InstantSource clock, Claims claims) {
    this.database = database;
    this.clock = clock;
    this.claims = claims;
  }

  @Override
  public String table() {
    return InboxRow.TABLE;
  }

  /// Claims of each sender only the oldest, so that nobody delays another, in however many chats
  /// they write. In no order.
  @Override
  public List<ClaimedInbound> claim(int max) {
    String select =
        """
        select id from inbox where id in (
          select min(id) from inbox where state = 'slow'
          group by platform, workspace, sender, case when sender = '' then channel else '' end)
        and state = 'slow' and due_ms <= :now and lease_until_ms <= :now order by id limit :limit
        """;
    return claims.claim(select, Map.of("limit", max), InboxRow::received);
  }

  @Override
  public boolean renew(ClaimedInbound received) {
    return claims.renew(received.claim());
  }

  @Override
  public void release(ClaimedInbound received) {
    claims.release(received.claim());
  }

  long countFrom(Inbound inbound) {
    ChatId chat = inbound.chat();
    return database
        .write()
        .sql(
            """
            select count(*) from inbox where state = 'slow' and platform = :platform
            and workspace = :workspace and sender = :sender and (sender <> '' or channel = :channel)
            """)
        .param("platform", chat.platform().code())
        .param("workspace", chat.workspace())
        .param("sender", inbound.sender())
        .param("channel", chat.channel())
        .query((row, _) -> row.getLong(1))
        .single();
  }

  public Backlog backlog() {
    return database.backlog(
        "select count(*) as waiting, min(received_ms) as oldest from inbox where state = 'slow'",
        clock.instant());
  }
}
