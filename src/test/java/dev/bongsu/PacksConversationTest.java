package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Platform;
import dev.bongsu.feed.FeedPacks;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `/feeds packs`: an owner switches packs and sources of the catalogue.
class PacksConversationTest {
  private static final String PAPER = "/paper.xml";
  private static final String RADIO = "/radio.xml";
  private static final String TEXT =
      "The harbour of the old town opens again after two years of work on its walls and cranes.";

  private NewsWorld world = open(Platform.TELEGRAM);

  @AfterEach
  void stop() {
    world.close();
  }

  /// A pack that is on, with a paper, and one that is off, with a radio station and another whose
  /// terms exclude its use.
  private static NewsWorld open(Platform platform) {
    Path folder = TestFolders.create();
    return new NewsWorld(
            platform,
            server -> {
              write(folder.resolve("town.yaml"), "", server, PAPER);
              write(folder.resolve("waves.yaml"), "enabled: false\n", server, RADIO);
              return Map.of("bongsu.feed.catalogue", folder.toString());
            })
        .withOwner()
        .feed(PAPER, "Paper")
        .feed(RADIO, "Radio");
  }

  private static void write(Path file, String head, FeedServer server, String path) {
    String entry = "- {name: The%s, language: en, category: news, address: '%s'%s}\n";
    try {
      Files.writeString(
          file,
          head
              + "feeds:\n"
              + entry.formatted(path, server.address(path), "")
              + entry.formatted(path + " Two", server.address("/two" + path), ", disabled: terms"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Platform.class,
      names = {"TELEGRAM", "SLACK"})
  void anOwnerSwitchesAPackWithAButtonAndItsNewsComes(Platform platform) {
    world.close();
    world = open(platform);
    world.ask("reader", "/subscribe harbour");

    assertThat(world.ask("owner", "/feeds packs"))
        .contains("1 of 4 sources are on", "town: on, 1 of 2", "waves: off, 0 of 2");
    world.press("owner", "waves");
    assertThat(world.lastReply("owner"))
        .contains("1. The/radio.xml: off", "Two: off: the publisher's terms exclude commercial");
    world.press("owner", "waves: switch on");
    assertThat(world.lastReply("owner"))
        .contains("Switched on: waves", "polled from now on: 1", "waves: on, 1 of 2");
    world.poll();
    world.publish(RADIO, "/1", "The harbour opens", TEXT);
    world.poll();

    assertThat(world.alerts("reader")).containsExactly("The/radio.xml: The harbour opens");
  }

  @Test
  void anOwnerSwitchesASourceWithAButtonAndSubscriptionsStay() {
    world.poll();
    world.ask("reader", "/subscribe harbour");
    world.ask("owner", "/feeds packs town");
    world.press("owner", "1: switch off");
    assertThat(world.lastReply("owner"))
        .contains("Switched off: The/paper.xml", "no longer polled: 1.", "Subscriptions stay")
        .contains("town: on, 0 of 2", "1. The/paper.xml: off");
    world.publish(PAPER, "/1", "The harbour opens", TEXT);
    world.poll();
    assertThat(world.alerts("reader")).isEmpty();
    assertThat(world.ask("reader", "/list")).contains("harbour");

    world.press("owner", "1: switch on");
    world.poll();
    world.publish(PAPER, "/2", "The harbour is full", TEXT.replace("opens", "fills"));
    world.poll();
    assertThat(world.alerts("reader")).containsExactly("The/paper.xml: The harbour is full");
  }

  @Test
  void aSourceThatAChatAddedStaysWithIt() {
    world.addFeed("reader", PAPER);
    assertThat(world.ask("owner", "/feeds packs town off"))
        .contains("Switched off: town", "no longer polled: 0; one stays, because a chat added it");
    assertThat(world.ask("reader", "/feeds")).contains("Paper");
    assertThat(world.ask("other", "/feeds")).contains("There are no feeds yet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds packs waves on",
        "/feeds  PACKS  Waves  ON",
        "/피드 묶음 waves 켜기",
        "/feeds packs The/radio.xml on"
      })
  void typedItWorksAsWell(String command) {
    world.ask("owner", command);
    assertThat(world.ask("owner", "/feeds packs")).contains("2 of 4 sources are on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds packs", "/feeds packs town", "/feeds packs town off"})
  void nobodyElseMay(String command) {
    assertThat(world.ask("stranger", command)).contains("owner");
    assertThat(world.bean(FeedPacks.class).all())
        .flatExtracting(FeedPacks.PackStatus::enabledFeeds)
        .hasSize(1);
    world.ask("stranger", "/feeds");
    assertThat(world.buttons("stranger")).doesNotContain("Packs");
  }

  @Test
  void aNameThatIsNoneIsSaid() {
    assertThat(world.ask("owner", "/feeds packs sea")).contains("no pack or source \"sea\"");
    assertThat(world.ask("owner", "/feeds packs sea on")).contains("no pack or source \"sea\"");
  }

  @Test
  void theListSaysWhatAFeedBrought() {
    world.poll();
    world.ask("reader", "/subscribe harbour");
    world.publish(PAPER, "/1", "The harbour opens", TEXT);
    world.publish(PAPER, "/2", "The school closes", "Nobody goes there any more, says its head.");
    world.poll();
    world.server().answer(PAPER, 500, new byte[0]);
    world.poll();

    assertThat(world.ask("reader", "/feeds"))
        .contains("in 30 days: 2 articles, one alert here, one failed poll");
    assertThat(world.ask("owner", "/feeds"))
        .contains("in 30 days: 2 articles, no alerts here, one failed poll");
    assertThat(world.buttons("owner")).contains("Packs");
  }
}
