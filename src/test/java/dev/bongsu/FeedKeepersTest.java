package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Platform;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who keeps a feed: other places of a person, workspaces, chats that go and come back.
class FeedKeepersTest {
  private static final String OWN = "/own.xml";
  private static final ChatId GROUP = new ChatId(Platform.TELEGRAM, "", "-1001234567", "");

  private NewsWorld world = new NewsWorld(Platform.TELEGRAM, Map.of()).withOwner();

  @AfterEach
  void stop() {
    world.close();
  }

  private void begin(Platform platform) {
    world.close();
    world = new NewsWorld(platform, Map.of()).withOwner();
    own();
    world.ask("reader", "/subscribe harbour");
  }

  private void own() {
    world.feed(OWN, "Own");
    world.publish(OWN, "/0", "The harbour is old", "Very old.");
    world.addFeed("stranger", OWN);
    world.ask("stranger", "/subscribe harbour");
  }

  private void tell(String link, String title) {
    world.publish(OWN, link, title, "Read on about " + title);
    world.poll();
  }

  @Test
  void l2AnAdministratorSharesWithTheirWorkspaceOnly() {
    begin(Platform.SLACK);
    world.ask("abroad", "/subscribe harbour");
    assertThat(world.ask("stranger", "/share 1")).startsWith("Only the owners");
    world.members().promote("stranger");
    assertThat(world.ask("stranger", "/share 1")).startsWith("Now shared with this workspace: Own");
    assertThat(world.ask("stranger", "/feeds")).contains("(shared in this workspace)");
    tell("/1", "The harbour opens");

    assertThat(world.alerts("reader")).containsExactly("Own: The harbour opens");
    assertThat(world.ask("reader", "/search harbour"))
        .contains("The harbour opens")
        .doesNotContain("old");
    assertThat(world.ask("reader", "/feeds")).contains("Own");
    assertThat(world.alerts("abroad")).isEmpty();
    assertThat(world.ask("abroad", "/feeds")).doesNotContain("Own");
    assertThat(world.ask("abroad", "/search harbour")).doesNotContain("The harbour opens");
    assertThat(world.ask("abroad", "/why " + world.address("/1"))).startsWith("I have not seen");

    assertThat(world.ask("stranger", "/unshare 1")).contains("One other chat loses it");
    world.press("stranger", "Yes, do not share it");
    tell("/2", "The harbour closes");
    assertThat(world.alerts("reader")).hasSize(1);
    assertThat(world.alerts("stranger")).hasSize(2);
  }

  @Test
  void l2AFeedOfAWorkspaceOutlivesItsKeeperAndAnOwnersSharingAnAdministrator() {
    begin(Platform.SLACK);
    world.members().promote("stranger");
    world.ask("stranger", "/share 1");
    world.ask("stranger", "/removefeed 1");
    tell("/1", "The harbour opens");
    assertThat(world.alerts("reader")).hasSize(1);

    world.ask("owner", "/share 1");
    world.ask("stranger", "/unshare 1 yes");
    assertThat(world.ask("abroad", "/feeds")).contains("Own");
  }

  @Test
  void l2AnAdministratorSharesNoSecret() {
    begin(Platform.SLACK);
    world.members().promote("stranger");
    world.feed("/s.xml?token=abc123", "Secret");
    world.addFeed("stranger", "/s.xml?token=abc123");
    assertThat(world.ask("stranger", "/share 2")).contains("stays with the chats that added it");
    assertThat(world.ask("reader", "/feeds")).doesNotContain("Secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search harbour", "/try harbour", "/subscribe harbour OR haven"})
  void l2WhatCameBeforeTheSharingStaysWithTheKeepers(String command) {
    begin(Platform.TELEGRAM);
    tell("/1", "The harbour closes");
    world.ask("owner", "/addfeed " + world.address(OWN));
    tell("/2", "The harbour opens");

    assertThat(world.ask("reader", "/why " + world.address("/1"))).startsWith("I have not seen");
    assertThat(world.ask("reader", "/why " + world.address("/0"))).startsWith("I have not seen");
    assertThat(world.ask("reader", command))
        .contains("The harbour opens")
        .doesNotContain("closes", "is old");
    assertThat(world.ask("stranger", "/search harbour"))
        .contains("The harbour opens", "The harbour closes", "The harbour is old");
    assertThat(world.ask("reader", "/list")).contains("one match");
  }

  @Test
  void l2AStoryFromBeforeTheSharingHidesNothingOfOtherFeeds() {
    begin(Platform.TELEGRAM);
    tell("/1", "The harbour closes");
    world.ask("owner", "/addfeed " + world.address(OWN));
    world.feed("/paper.xml", "Paper");
    world.addFeed("owner", "/paper.xml");
    world.publish("/paper.xml", "/1", "The harbour closes", "Read on about The harbour closes");
    world.poll();

    assertThat(world.alerts("reader")).containsExactly("Paper: The harbour closes");
  }

  @Test
  void l2AddingAFeedDoesNotSayThatAnotherChatHasIt() {
    begin(Platform.TELEGRAM);
    String first = world.lastReply("stranger");
    world.feed("/new.xml", "Own");
    world.publish("/new.xml", "/0", "The harbour is old", "Very old.");
    String asNew = world.addFeed("reader", "/new.xml").replace("/new.xml", OWN);

    assertThat(first).startsWith("Subscribed");
    assertThat(world.addFeed("other", OWN)).isEqualTo(asNew).startsWith("Now I watch");
    assertThat(world.addFeed("other", OWN)).startsWith("This chat has added this feed already");
    world.ask("owner", "/addfeed " + world.address(OWN));
    assertThat(world.addFeed("third", OWN)).startsWith("I watched this feed already");
  }

  @ParameterizedTest
  @EnumSource(
      value = GoneReason.class,
      names = {"BLOCKED", "NOT_MEMBER", "ARCHIVED", "DELETED", "FORBIDDEN", "DEACTIVATED"})
  void l2AChatThatLeftKeepsNoFeedUntilItIsBack(GoneReason why) {
    begin(Platform.TELEGRAM);
    world.leave("stranger", why);
    int before = world.server().requests(OWN).size();
    tell("/1", "The harbour closes");
    assertThat(world.server().requests(OWN)).hasSize(before);

    world.comeBack("stranger");
    world.poll();
    assertThat(world.server().requests(OWN).size()).isGreaterThan(before);
    assertThat(world.alerts("stranger")).isEmpty();
    tell("/2", "The harbour opens");
    assertThat(world.alerts("stranger")).containsExactly("Own: The harbour opens");
  }

  @Test
  void l2AMessageBringsAChatBackWithItsFeeds() {
    begin(Platform.TELEGRAM);
    world.leave("stranger", GoneReason.BLOCKED);
    assertThat(world.ask("stranger", "/feeds")).contains("Own");
    world.poll();
    tell("/2", "The harbour opens");
    assertThat(world.alerts("stranger")).containsExactly("Own: The harbour opens");
  }

  @Test
  void l2AFeedWithAnotherKeeperGoesOnWhenOneLeaves() {
    begin(Platform.TELEGRAM);
    world.addFeed("reader", OWN);
    world.leave("stranger", GoneReason.BLOCKED);
    tell("/1", "The harbour opens");
    assertThat(world.alerts("reader")).containsExactly("Own: The harbour opens");
  }

  @Nested
  class Places {
    @ParameterizedTest
    @ValueSource(strings = {"/addfeed %s @harbour", "/addfeed @harbour %s", "/피드추가 %s @harbour"})
    void aFeedIsAddedToAChannelOfThePerson(String command) {
      world.members().group("@harbour", GROUP, "reader");
      world.feed(OWN, "Own");
      assertThat(world.ask("reader", command.formatted(world.address(OWN))))
          .startsWith("Now I watch this feed: Own");

      assertThat(world.ask("reader", "/feeds @harbour")).contains("Own", "(added here)");
      assertThat(world.ask("reader", "/feeds")).startsWith("There are no feeds");
    }

    @ParameterizedTest
    @CsvSource({"@harbour,Only administrators", "@nowhere,I cannot find"})
    void thePlatformIsAskedForTheRights(String name, String reply) {
      world.members().group("@harbour", GROUP, "somebody");
      world.feed(OWN, "Own");
      assertThat(world.ask("reader", "/addfeed " + world.address(OWN) + " " + name))
          .doesNotStartWith("Now I watch");
      assertThat(world.ask("somebody", "/feeds @harbour")).startsWith("There are no feeds");
    }

    @Test
    void theButtonMakesAnotherPlaceAKeeper() {
      world.members().group("@harbour", GROUP, "reader");
      world.ask("reader", "/subscribe @harbour harbour");
      world.feed(OWN, "Own");
      world.addFeed("reader", OWN);
      world.press("reader", "Also in …");
      assertThat(world.lastReply("reader")).isEqualTo("Where should Own be watched, too?");
      world.press("reader", GROUP.channel());
      assertThat(world.lastReply("reader")).startsWith("Own is now also watched in");
      assertThat(world.ask("reader", "/feeds @harbour")).contains("Own");
    }

    @Test
    void theListOffersItToo() {
      world.members().group("@harbour", GROUP, "reader");
      world.ask("reader", "/subscribe @harbour harbour");
      world.feed(OWN, "Own");
      world.addFeed("reader", OWN);
      world.ask("reader", "/feeds");
      world.press("reader", "Also in …");
      world.press("reader", "Own");
      world.members().dismiss(GROUP, "reader");
      world.poll();
      world.press("reader", GROUP.channel());
      world.members().group("@harbour", GROUP, "reader");
      world.poll();
      assertThat(world.ask("reader", "/feeds @harbour")).startsWith("There are no feeds");
    }

    @Test
    void whoHasNoOtherPlaceIsNotOffered() {
      world.feed(OWN, "Own");
      world.addFeed("reader", OWN);
      assertThat(world.buttons("reader")).isEmpty();
    }
  }
}
