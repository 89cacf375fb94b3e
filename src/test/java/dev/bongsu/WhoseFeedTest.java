package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Platform;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A feed that nobody shared changes nothing for anybody but its keepers, whatever it says.
class WhoseFeedTest {
  private static final String PAPER = "/paper.xml";
  private static final String OWN = "/own.xml";
  private static final String TEXT =
      "The harbour of the old town opens again after two years of work on its walls and cranes.";

  private NewsWorld world = new NewsWorld(Platform.TELEGRAM, Map.of()).withOwner();

  @AfterEach
  void stop() {
    world.close();
  }

  /// An owner shares the paper; a reader subscribes; a stranger has a feed of their own.
  private void begin(Platform platform) {
    world.close();
    world = new NewsWorld(platform, Map.of()).withOwner();
    world.feed(PAPER, "Paper").feed(OWN, "Own");
    world.addFeed("owner", PAPER);
    world.addFeed("stranger", OWN);
    world.ask("reader", "/subscribe harbour");
    world.ask("stranger", "/subscribe harbour");
  }

  @ParameterizedTest
  @EnumSource(
      value = Platform.class,
      names = {"TELEGRAM", "SLACK"})
  void l2AnEntryOfAStrangerThatComesFirstHidesNothing(Platform platform) {
    begin(platform);
    world.publish(OWN, "/1", "Nothing to see in the harbour", "Go on.");
    world.poll();
    assertThat(world.alerts("reader")).isEmpty();
    world.publish(PAPER, "/1", "The harbour opens", TEXT);
    world.poll();

    assertThat(world.alerts("reader")).containsExactly("Paper: The harbour opens");
    assertThat(world.alerts("stranger"))
        .containsExactly("Own: Nothing to see in the harbour", "Paper: The harbour opens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The harbour opens", "the HARBOUR opens!", "The harbour opens - Paper"})
  void l2ACopyOfAStrangerThatComesFirstIsNotTheArticle(String title) {
    begin(Platform.TELEGRAM);
    world.publish(OWN, "/1", title, "Buy the harbour at shop.example, it is cheap today.");
    world.poll();
    world.publish(PAPER, "/1?utm_source=feed", "The harbour opens", TEXT);
    world.poll();

    assertThat(world.alerts("reader")).containsExactly("Paper: The harbour opens");
    assertThat(world.fullAlerts("reader").getFirst().summary().toString()).doesNotContain("shop");
    assertThat(world.alerts("stranger")).containsExactly("Own: " + title);
  }

  @Test
  void l2WhatAStrangersFeedHadAtItsFirstPollIsNotOld() {
    world.feed(PAPER, "Paper").feed(OWN, "Own");
    world.publish(OWN, "/1", "The harbour opens", "Nothing to see.");
    world.addFeed("owner", PAPER);
    world.ask("reader", "/subscribe harbour");
    world.addFeed("stranger", OWN);
    world.publish(PAPER, "/1", "The harbour opens", TEXT);
    world.poll();

    assertThat(world.alerts("reader")).containsExactly("Paper: The harbour opens");
  }

  @ParameterizedTest
  @EnumSource(
      value = Platform.class,
      names = {"TELEGRAM", "SLACK"})
  void l2AnImitationReachesItsKeepersOnly(Platform platform) {
    begin(platform);
    world.feed("/fake.xml", "Paper");
    world.addFeed("stranger", "/fake.xml");
    world.server().redirect("/short", 302, world.address("/1").toString());
    world.publish(PAPER, "/1", "The harbour opens", TEXT);
    world.publish("/fake.xml", "/2", "The harbour closes", "For ever.");
    world.publish("/fake.xml", "/short", "The harbour burns", "All of it.");
    world.publish(OWN, "/1", "The harbour is a lie", "Do not go there.");
    world.poll();

    assertThat(world.alerts("reader")).containsExactly("Paper: The harbour opens");
    assertThat(world.alerts("stranger")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/1", "/2", "/1#top"})
  void l2WhyAnswersFromWhatTheChatSees(String link) {
    begin(Platform.TELEGRAM);
    world.publish(OWN, link, "The harbour closes", "For ever.");
    world.poll();

    assertThat(world.ask("reader", "/why " + world.address(link)))
        .startsWith("I have not seen this article");
    assertThat(world.ask("stranger", "/why " + world.address(link))).contains("It came here at");
  }

  @Test
  void l2SearchLookBackAndCountsLeaveItOut() {
    begin(Platform.TELEGRAM);
    for (int i = 0; i < 5; i++) {
      world.publish(OWN, "/own/" + i, "Quayside news " + i, "The quayside is open.");
    }
    world.publish(PAPER, "/1", "The harbour opens", TEXT);
    world.poll();
    String none = world.ask("reader", "/search zzyzx").replace("zzyzx", "quayside");

    assertThat(world.ask("reader", "/search quayside")).isEqualTo(none);
    assertThat(world.ask("reader", "/search quaysid")).doesNotContain("quayside");
    assertThat(world.ask("stranger", "/search quayside")).contains("Quayside news 4");
    assertThat(world.ask("reader", "/try quayside")).doesNotContain("Quayside news");
    assertThat(world.ask("reader", "/subscribe quayside")).doesNotContain("Quayside news");
    world.ask("stranger", "/subscribe quayside");
    world.publish(OWN, "/own/6", "Quayside news 6", "The quayside is open.");
    world.poll();
    assertThat(world.alerts("reader")).containsExactly("Paper: The harbour opens");
    assertThat(world.ask("reader", "/list")).contains("quayside - no matches");
    assertThat(world.ask("stranger", "/list")).contains("quayside - one match");
  }

  @Test
  void l2ListsAndStatusLeaveItOut() {
    begin(Platform.TELEGRAM);
    assertThat(world.ask("reader", "/feeds")).contains("1. Paper").doesNotContain("Own");
    assertThat(world.ask("stranger", "/feeds")).contains("Paper", "Own");
    assertThat(world.ask("owner", "/feeds")).contains("Paper").doesNotContain("Own");
    assertThat(world.ask("reader", "/status")).contains("one feed");
    assertThat(world.ask("stranger", "/status")).contains("2 feeds");
    assertThat(world.ask("reader", "/removefeed 1")).contains("has not added Paper");
    assertThat(world.ask("reader", "/export")).doesNotContain("own.xml");
    assertThat(world.ask("reader", "/removefeed " + world.address(OWN))).contains("no feed");
  }

  @Test
  void whatTwoOfAChatsFeedsBringIsToldOnce() {
    begin(Platform.TELEGRAM);
    world.publish(PAPER, "/1", "The harbour opens", TEXT);
    world.poll();
    world.publish(OWN, "/1", "The harbour opens | Paper", "Read on.");
    world.publish(OWN, "/1#comment-1", "A comment on the harbour", "Fine.");
    world.poll();

    assertThat(world.alerts("stranger"))
        .containsExactly("Paper: The harbour opens", "Own: A comment on the harbour");
    assertThat(world.ask("stranger", "/why " + world.address("/1")))
        .contains("It came here at", "Feeds that had it: Own, Paper");
    assertThat(world.ask("reader", "/why " + world.address("/1"))).doesNotContain("Own");
  }

  @Test
  void aSubscriptionThatTheFirstDidNotServeIsToldTheSecond() {
    begin(Platform.TELEGRAM);
    world.ask("stranger", "/subscribe cranes");
    world.publish(OWN, "/1", "The harbour opens", "Read on.");
    world.poll();
    world.publish(PAPER, "/1", "The harbour opens", TEXT);
    world.poll();

    assertThat(world.alerts("stranger"))
        .containsExactly("Own: The harbour opens", "Paper: The harbour opens");
  }

  @ParameterizedTest
  @EnumSource(
      value = Platform.class,
      names = {"TELEGRAM", "SLACK"})
  void everyPlatformHasAnOwnerAlsoWhereEverybodyMayUseTheBot(Platform platform) {
    world.close();
    world = new NewsWorld(platform, Map.of());
    String code = world.pairingCode().orElseThrow();
    assertThat(world.ask("stranger", "/share 1")).startsWith("Only the owners");
    assertThat(world.ask("boss", "/start " + code)).startsWith("You are now the owner");

    assertThat(world.pairingCode()).isEmpty();
    world.feed(PAPER, "Paper");
    assertThat(world.addFeed("boss", PAPER)).contains("It is shared");
  }

  @Nested
  class Sharing {
    @Test
    void anOwnerSharesAndStopsSharing() {
      begin(Platform.SLACK);
      assertThat(world.ask("stranger", "/share 1")).startsWith("Only the owners");
      assertThat(world.addFeed("owner", OWN)).contains("It is shared");
      world.publish(OWN, "/2", "The harbour closes", "For ever.");
      world.poll();
      assertThat(world.alerts("reader")).containsExactly("Own: The harbour closes");

      assertThat(world.ask("owner", "/unshare " + world.address(OWN)))
          .contains("Own is shared. One other chat loses it");
      world.press("owner", "Yes, do not share it");
      assertThat(world.lastReply("owner")).startsWith("No longer shared: Own");
      world.publish(OWN, "/3", "The harbour burns", "All of it.");
      world.poll();
      assertThat(world.alerts("reader")).hasSize(1);
      assertThat(world.alerts("stranger")).hasSize(2);
      assertThat(world.ask("reader", "/search burns")).doesNotContain("The harbour burns");
      assertThat(world.ask("reader", "/why " + world.address("/2"))).startsWith("I have not seen");
    }

    @Test
    void theButtonLeavesAFeedHere() {
      begin(Platform.TELEGRAM);
      world.press("owner", "Only here");
      world.publish(PAPER, "/1", "The harbour opens", TEXT);
      world.poll();

      assertThat(world.alerts("reader")).isEmpty();
      assertThat(world.ask("owner", "/feeds")).contains("Paper").doesNotContain("(shared)");
      assertThat(world.ask("owner", "/share 1")).startsWith("Now shared with everybody: Paper");
      assertThat(world.ask("reader", "/feeds")).contains("(shared)");
    }

    @Test
    void aSharedFeedOutlivesItsKeepersAndAnOwnOneDoesNot() {
      begin(Platform.TELEGRAM);
      world.ask("stranger", "/removefeed " + world.address(OWN));
      world.addFeed("reader", PAPER);
      world.ask("reader", "/removefeed " + world.address(PAPER));
      int before = world.server().requests(OWN).size();
      world.poll();

      assertThat(world.server().requests(OWN)).hasSize(before);
      assertThat(world.ask("reader", "/feeds")).contains("Paper");
      assertThat(world.ask("owner", "/removefeed 1")).contains("2 other chats lose it");
      assertThat(world.ask("owner", "/removefeed 1 yes")).startsWith("Removed");
      assertThat(world.ask("reader", "/feeds")).startsWith("There are no feeds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/own.xml?token=abc123", "/own.xml?api_key=k1", "/own.xml?sig=9f"})
    void anAddressWithASecretStaysSecretEvenIfAnOwnerAddsIt(String path) {
      world.feed(path, "Secret");
      world.ask("reader", "/subscribe harbour");
      assertThat(world.addFeed("owner", path))
          .contains("holds a password or token")
          .doesNotContain(path.substring(path.indexOf('=')));
      assertThat(world.ask("owner", "/share 1")).contains("stays with the chats that added it");
      world.publish(path, "/2", "The harbour closes", "For ever.");
      world.poll();

      assertThat(world.alerts("reader")).isEmpty();
      assertThat(world.ask("reader", "/feeds")).startsWith("There are no feeds");
    }

    @Test
    void inAHouseholdEveryFeedIsForEverybody() {
      world.close();
      world = new NewsWorld(Platform.TELEGRAM, Map.of("bongsu.feed.added-in-chats", "everyone"));
      world.feed(OWN, "Own");
      world.addFeed("stranger", OWN);
      world.ask("reader", "/subscribe harbour");
      world.publish(OWN, "/2", "The harbour closes", "For ever.");
      world.poll();

      assertThat(world.alerts("reader")).containsExactly("Own: The harbour closes");
    }
  }
}
