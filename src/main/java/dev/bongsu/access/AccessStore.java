package dev.bongsu.access;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The tables `access_grant` and `access_code`: who may talk to the bot when it is closed.
public final class AccessStore {
  private static final Duration NEVER_EXPIRES = Duration.ofDays(36_500);

  private final Database database;
  private final InstantSource clock;

  public AccessStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The role of a person or chat; empty if it has none.
  ///
  /// @param chat of its platform and workspace
  /// @param subject a person's or a chat's id
  public Optional<Role> role(ChatId chat, String subject) {
    return database
        .read()
        .sql(
            "select role from access_grant where platform = :platform"
                + " and workspace = :workspace and subject = :subject")
        .params(columns(chat, subject))
        .query((row, _) -> role(row))
        .optional();
  }

  /// Gives a person or chat a role; an owner stays one.
  public void grant(ChatId chat, String subject, Role role) {
    grant(chat, subject, role, "");
  }

  /// Lets a chat in that somebody uses who is let in.
  void grantBrought(ChatId chat, String person) {
    grant(chat, chat.channel(), Role.GUEST, chat.channel().equals(person) ? "" : person);
  }

  /// Who was let in because a person used the bot there, the longest there first.
  public List<Grant> broughtBy(Grant person) {
    String sql =
        """
        select workspace, subject, role from access_grant where platform = :platform
        and workspace = :workspace and brought_by = :subject order by granted_ms, subject
        """;
    return database
        .read()
        .sql(sql)
        .params(columns(person.grantee(), person.grantee().channel()))
        .query((row, _) -> grant(person.grantee().platform(), row))
        .list();
  }

  private void grant(ChatId chat, String subject, Role role, String broughtBy) {
    String sql =
        """
        insert into access_grant (platform, workspace, subject, role, granted_ms, brought_by)
        values (:platform, :workspace, :subject, :role, :now, :brought_by)
        on conflict (platform, workspace, subject) do update set role =
          case access_grant.role when 'owner' then 'owner' else excluded.role end
        """;
    database
        .write()
        .sql(sql)
        .params(columns(chat, subject))
        .param("role", role.code())
        .param("now", clock.millis())
        .param("brought_by", broughtBy)
        .update();
  }

  /// The grants of a platform: owners first, then the guests, the oldest first.
  public List<Grant> grants(Platform platform) {
    String sql =
        """
        select workspace, subject, role from access_grant where platform = :platform
        order by case role when 'owner' then 0 else 1 end, granted_ms, workspace, subject
        """;
    return database
        .read()
        .sql(sql)
        .param("platform", platform.code())
        .query((row, _) -> grant(platform, row))
        .list();
  }

  /// Removes a grant, except that of a platform's last owner.
  ///
  /// @return false if it is the last owner's, or does not exist
  public boolean revoke(Grant grant) {
    String sql =
        """
        delete from access_grant where platform = :platform and workspace = :workspace
        and subject = :subject and (role <> 'owner' or exists (
          select 1 from access_grant other where other.platform = :platform
          and other.role = 'owner'
          and (other.workspace <> :workspace or other.subject <> :subject)))
        """;
    return database
            .write()
            .sql(sql)
            .params(columns(grant.grantee(), grant.grantee().channel()))
            .update()
        == 1;
  }

  /// Gives the access of a chat to its new id.
  public void moveGrant(ChatId from, String channel) {
    database
        .write()
        .sql(
            """
            insert into access_grant (platform, workspace, subject, role, granted_ms, brought_by)
            select platform, workspace, cast(:to as text), role, granted_ms, brought_by
            from access_grant
            where platform = :platform and workspace = :workspace and subject = :subject
            on conflict (platform, workspace, subject) do nothing
            """)
        .params(columns(from, from.channel()))
        .param("to", channel)
        .update();
    database
        .write()
        .sql(
            "delete from access_grant where platform = :platform and workspace = :workspace"
                + " and subject = :subject and subject <> :to")
        .params(columns(from, from.channel()))
        .param("to", channel)
        .update();
  }

  public boolean hasOwner(Platform platform) {
    return database
            .read()
            .sql(
                "select count(*) as owners from access_grant"
                    + " where role = 'owner' and platform = :platform")
            .param("platform", platform.code())
            .query((row, _) -> row.getInt("owners"))
            .single()
        > 0;
  }

  /// Stores a code for a guest, valid for a time.
  public void addInvitationCode(String hash, Duration time) {
    addCode(hash, "", Role.GUEST, time);
  }

  /// Stores the code that makes an owner on a platform; earlier ones are deleted.
  public void replacePairingCode(Platform platform, String hash) {
    database.inTransaction(
        () -> {
          database
              .write()
              .sql("delete from access_code where role = 'owner' and platform = :platform")
              .param("platform", platform.code())
              .update();
          addCode(hash, platform.code(), Role.OWNER, NEVER_EXPIRES);
        });
  }

  private void addCode(String hash, String platform, Role role, Duration time) {
    database
        .write()
        .sql(
            "insert into access_code (hash, platform, role, expires_ms)"
                + " values (:hash, :platform, :role, :until)")
        .param("platform", platform)
        .param("hash", hash)
        .param("role", role.code())
        .param("until", clock.millis() + time.toMillis())
        .update();
  }

  /// The role that a code gives on a platform; empty if it is not valid.
  public Optional<Role> codeRole(Platform platform, String hash) {
    return database
        .read()
        .sql(
            "select role from access_code where hash = :hash and expires_ms > :now"
                + " and platform in ('', :platform)")
        .param("hash", hash)
        .param("platform", platform.code())
        .param("now", clock.millis())
        .query((row, _) -> role(row))
        .optional();
  }

  /// Consumes a code: false if it was consumed before.
  public boolean consumeCode(String hash) {
    return database
            .write()
            .sql("delete from access_code where hash = :hash and expires_ms > :now")
            .param("hash", hash)
            .param("now", clock.millis())
            .update()
        == 1;
  }

  private static Map<String, String> columns(ChatId chat, String subject) {
    return Map.of(
        "platform", chat.platform().code(),
        "workspace", chat.workspace(),
        "subject", subject);
  }

  private static Grant grant(Platform platform, ResultSet row) throws SQLException {
    String workspace = row.getString("workspace");
    return new Grant(new ChatId(platform, workspace, row.getString("subject"), ""), role(row));
  }

  private static Role role(ResultSet row) throws SQLException {
    return Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT));
  }

  /// A person or chat with a role.
  ///
  /// @param grantee a chat, or a person by the id of the chat with them
  public record Grant(ChatId grantee, Role role) {}

  /// The rights of a person or chat.
  public enum Role {
    OWNER,
    GUEST;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
