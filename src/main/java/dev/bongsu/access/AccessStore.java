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

  /// What a person or chat may do; empty if it is a stranger.
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

  /// Lets a person or chat in; an owner stays one.
  public void grant(ChatId chat, String subject, Role role) {
    String sql =
        """
        insert into access_grant (platform, workspace, subject, role, granted_ms)
        values (:platform, :workspace, :subject, :role, :now)
        on conflict (platform, workspace, subject) do update set role =
          case access_grant.role when 'owner' then 'owner' else excluded.role end
        """;
    database
        .write()
        .sql(sql)
        .params(columns(chat, subject))
        .param("role", role.code())
        .param("now", clock.millis())
        .update();
  }

  /// Who is let in on a platform: owners first, then the rest, the longest there first.
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
        .query(
            (row, _) ->
                new Grant(
                    new ChatId(platform, row.getString("workspace"), row.getString("subject"), ""),
                    role(row)))
        .list();
  }

  /// Who was let in is a stranger again; the last owner of a platform stays.
  ///
  /// @return false if it is the last owner, or was not let in
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

  /// A chat that is let in as a guest is a stranger again.
  public void revokeGuest(ChatId chat) {
    database
        .write()
        .sql(
            "delete from access_grant where platform = :platform and workspace = :workspace"
                + " and subject = :subject and role = 'guest'")
        .params(columns(chat, chat.channel()))
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

  /// Keeps a code for an invited guest, for a time.
  public void addInvitationCode(String sum, Duration time) {
    addCode(sum, "", Role.GUEST, time);
  }

  /// Keeps the code that makes an owner on a platform; those from before are void.
  public void replacePairingCode(Platform platform, String sum) {
    database.inTransaction(
        () -> {
          database
              .write()
              .sql("delete from access_code where role = 'owner' and platform = :platform")
              .param("platform", platform.code())
              .update();
          addCode(sum, platform.code(), Role.OWNER, NEVER_EXPIRES);
        });
  }

  private void addCode(String sum, String platform, Role role, Duration time) {
    database
        .write()
        .sql(
            "insert into access_code (sum, platform, role, until_ms)"
                + " values (:sum, :platform, :role, :until)")
        .param("platform", platform)
        .param("sum", sum)
        .param("role", role.code())
        .param("until", clock.millis() + time.toMillis())
        .update();
  }

  /// What a code is good for on a platform; empty if it is not.
  public Optional<Role> codeRole(Platform platform, String sum) {
    return database
        .read()
        .sql(
            "select role from access_code where sum = :sum and until_ms > :now"
                + " and platform in ('', :platform)")
        .param("sum", sum)
        .param("platform", platform.code())
        .param("now", clock.millis())
        .query((row, _) -> role(row))
        .optional();
  }

  /// Uses a code up: false if somebody else was faster.
  public boolean consumeCode(String sum) {
    return database
            .write()
            .sql("delete from access_code where sum = :sum and until_ms > :now")
            .param("sum", sum)
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

  private static Role role(ResultSet row) throws SQLException {
    return Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT));
  }

  /// Somebody who is let in.
  ///
  /// @param grantee a chat, or a person by the id of the chat with them
  public record Grant(ChatId grantee, Role role) {}

  /// What somebody may do.
  public enum Role {
    OWNER,
    GUEST;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
