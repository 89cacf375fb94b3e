package dev.bongsu.inbox;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import dev.bongsu.storage.Claim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/// Rows of the table `inbox` to values.
final class InboxRow {
  static final String TABLE = "inbox";

  private InboxRow() {}

  static ClaimedInbound received(Claim claim, ResultSet row) throws SQLException {
    ChatId chat =
        new ChatId(
            Platform.of(row.getString("platform")),
            row.getString("workspace"),
            row.getString("channel"),
            row.getString("thread"));
    Inbound inbound =
        new Inbound(
            chat,
            row.getString("update_id"),
            row.getString("sender"),
            row.getString("text"),
            Locale.forLanguageTag(row.getString("language")),
            source(row));
    return new ClaimedInbound(claim, inbound, row.getInt("attempts"));
  }

  private static Inbound.Source source(ResultSet row) throws SQLException {
    return new Inbound.Source(
        Inbound.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("message_id"),
        row.getString("callback"));
  }
}
