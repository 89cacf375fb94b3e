package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Platform;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two feeds bring one page: a subscription that the first alert did not serve gets the second.
class ServedSubscriptionTest {
  private static final String PAPER = "/paper.xml";
  private static final String OWN = "/own.xml";
  private static final String TITLE = "Cranes of the harbour";

  private final NewsWorld world = new NewsWorld(Platform.TELEGRAM, Map.of()).withOwner();

  @BeforeEach
  void begin() {
    world.feed(PAPER, "Paper").feed(OWN, "Own");
    world.addFeed("owner", PAPER);
    world.addFeed("reader", OWN);
    world.ask("reader", "/subscribe harbour");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void bring(String feed) {
    world.publish(feed, "/1", TITLE, "Read on.");
    world.poll();
  }

  @ParameterizedTest
  @CsvSource({
    "/pause 1,/resume 1",
    "/pause,/resume 1",
    "/pause 1 20m,/list",
    "/pause 1 2h,/resume 1",
    "/pause 1 5h,/resume"
  })
  void l2WhatWasPausedAtTheFirstIsToldTheSecond(String pause, String resume) {
    world.ask("reader", pause);
    world.ask("reader", "/subscribe cranes");
    bring(OWN);
    assertThat(world.alerts("reader")).containsExactly("Own: " + TITLE);
    world.ask("reader", resume);
    bring(PAPER);

    assertThat(world.alerts("reader")).containsExactly("Own: " + TITLE, "Paper: " + TITLE);
    assertThat(world.fullAlerts("reader").getFirst().subscriptions()).containsExactly("cranes");
  }

  @ParameterizedTest
  @CsvSource({"/pause 1,/resume 1", "/pause,/resume", "/pause 1 1m,/list"})
  void l2APauseBetweenTheTwoChangesNothing(String pause, String resume) {
    bring(OWN);
    world.ask("reader", pause);
    world.poll();
    world.ask("reader", resume);
    bring(PAPER);

    assertThat(world.alerts("reader")).containsExactly("Own: " + TITLE);
  }

  @Test
  void l2ASubscriptionThatCameLaterIsToldTheSecond() {
    world.ask("other", "/subscribe cranes");
    bring(OWN);
    world.ask("reader", "/subscribe cranes");
    bring(PAPER);

    assertThat(world.alerts("reader")).containsExactly("Own: " + TITLE, "Paper: " + TITLE);
  }

  @Test
  void l2WhatEndedUndeliveredServesNobody() {
    world.ask("reader", "/pause");
    bring(OWN);
    world.ask("reader", "/resume");
    bring(PAPER);

    assertThat(world.alerts("reader")).containsExactly("Paper: " + TITLE);
  }
}
