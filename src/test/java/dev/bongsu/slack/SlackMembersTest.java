package dev.bongsu.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.access.MemberDirectory;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatMembers.ChangePermission;
import dev.bongsu.chat.Platform;
import dev.bongsu.http.Proxies;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.TestClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who administers a workspace, and what is granted where nobody can be asked.
class SlackMembersTest {
  private static final ChatId CHAT = new ChatId(Platform.SLACK, "T1", "C1", "");

  private final FakeSlack slack = FakeSlack.start();
  private final SlackClient client = new SlackClient(slack.settings(), Proxies.none());
  private final MemberDirectory members =
      new MemberDirectory(List.of(new SlackMembers(client)), new TestClock());

  @AfterEach
  void stop() {
    client.close();
    slack.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"is_admin\":true',true",
    "'\"is_owner\":true',true",
    "'\"is_primary_owner\":true,\"is_owner\":true,\"is_admin\":true',true",
    "'\"is_admin\":false,\"is_owner\":false',false",
    "'\"is_admin\":true,\"deleted\":true',false",
    "'\"is_admin\":true,\"is_stranger\":true',false",
    "'\"is_restricted\":true',false"
  })
  void administratorsAndOwnersMayShare(String flags, boolean expected) {
    String user = "{\"ok\":true,\"user\":{\"id\":\"U1\",%s}}".formatted(flags);
    slack.answer("users.info", new FakeSlack.Reply(200, user, Map.of()));
    assertThat(members.isWorkspaceAdmin(CHAT, "U1")).isEqualTo(expected);
    assertThat(slack.calls("users.info").getFirst().fields()).containsEntry("user", "U1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing_scope", "user_not_found", "ratelimited", "account_inactive"})
  void nobodyDoesWhereSlackDoesNotSay(String error) {
    slack.fail("users.info", error);
    assertThat(members.isWorkspaceAdmin(CHAT, "U1")).isFalse();
  }

  @Test
  void aSenderWithoutAnIdIsNoAdministrator() {
    assertThat(members.isWorkspaceAdmin(CHAT, "")).isFalse();
    assertThat(slack.calls("users.info")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void aPlatformThatCannotBeAskedGrantsNothing(Platform platform) {
    MemberDirectory nobody = new MemberDirectory(List.of(), new TestClock());
    ChatId chat = new ChatId(platform, "", "1", "");
    boolean terminal = platform == Platform.CONSOLE;
    assertThat(nobody.changePermission(chat, "1") == ChangePermission.GRANTED).isEqualTo(terminal);
    assertThat(nobody.isPrivate(chat)).isEqualTo(terminal);
    assertThat(nobody.isWorkspaceAdmin(chat, "1")).isFalse();
  }
}
