package dev.bongsu.article;

import static dev.bongsu.article.IntakeFixture.dated;
import static dev.bongsu.article.IntakeFixture.entry;
import static dev.bongsu.article.IntakeFixture.numbered;
import static dev.bongsu.article.IntakeFixture.prepend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.syndication.Entry;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Dates, order and titles of new entries, on every database.
interface ArticleDatesContract {
  TestDatabase open();

  @Test
  default void newestTextsComeFirst() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.poll(List.of(entry("a", "One", "/a", "Text.")));
      world.poll(List.of(entry("b", "Two", "/b", "x".repeat(20_000))));
      world.poll(List.of(entry("c", "Three", "/c", "More.")));

      assertThat(world.newestTexts(2))
          .containsExactly("Three\nMore.", "Two\n" + "x".repeat(10_000));
    }
  }

  @Test
  default void r049AChangedDateIsNotNew() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(
          List.of(
              entry(null, "One", null, "Text."),
              entry("2", "Two", "/2", "Text."),
              entry(null, "Three", null, "")));

      for (int day = 1; day < 4; day++) {
        Instant date = IntakeFixture.DATE.plus(Duration.ofDays(day));
        assertThat(
                world.poll(
                    List.of(
                        dated(entry(null, "One", null, "Text."), date),
                        dated(entry("2", "Two", "/2", "Text."), date),
                        dated(entry(null, "Three", null, ""), date))))
            .isZero();
      }
    }
  }

  @Test
  default void r054AnEntryWithAnOldDateIsStillNew() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(numbered(1, 3));
      Entry late =
          dated(entry("4", "Late", "/4", "Text."), IntakeFixture.DATE.minus(Duration.ofDays(2)));

      assertThat(world.poll(prepend(late, numbered(1, 3)))).isOne();
    }
  }

  @Test
  default void r050AnOldEntryThatMovesUpIsStoredWithoutAnAlert() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      Instant newest = IntakeFixture.DATE;
      Entry old =
          dated(entry("o", "Old", "/o", "T"), newest.minus(Duration.ofDays(30)).minusMillis(1));
      Entry late = dated(entry("l", "Late", "/l", "T"), newest.minus(Duration.ofDays(30)));
      Entry undated = dated(entry("u", "Undated", "/u", "T"), Instant.EPOCH);

      assertThat(world.poll(List.of(old))).isZero();
      assertThat(world.poll(List.of(late, undated))).isEqualTo(2);
      assertThat(world.titles("silent")).containsExactly("Old");
    }
  }

  @Test
  default void r050AnEntryThatVanishesAndReturnsIsNotNew() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(numbered(1, 5));

      assertThat(world.poll(numbered(3, 5))).isZero();
      assertThat(world.poll(numbered(1, 4))).isZero();
      List<Entry> turned = new ArrayList<>(numbered(1, 5));
      Collections.reverse(turned);
      assertThat(world.poll(turned)).isZero();
    }
  }

  @Test
  default void r053AnImplausibleDateIsIgnored() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      Entry future = dated(entry("f", "F", "/f", "T"), Instant.parse("3000-01-01T00:00:00Z"));
      Entry epoch = dated(entry("e", "E", "/e", "T"), Instant.EPOCH);

      assertThat(world.poll(List.of(future, epoch))).isEqualTo(2);
      assertThat(world.poll(List.of(future, epoch))).isZero();
      assertThat(world.poll(numbered(1, 2))).isEqualTo(2);
      assertThat(world.published())
          .containsExactly(
              null, Instant.parse("2026-03-02T00:00:00Z"), IntakeFixture.DATE, IntakeFixture.DATE);
    }
  }

  @Test
  default void newsIsReadInTheOrderItHappened() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(List.of());
      List<Entry> newestFirst = new ArrayList<>(numbered(1, 3));
      Collections.reverse(newestFirst);

      world.poll(newestFirst);

      assertThat(world.titles("pending")).containsExactly("Title 1", "Title 2", "Title 3");
    }
  }

  @Test
  default void anEntryWithoutATitleUsesItsText() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.poll(
          List.of(
              entry("1", "", "/1", "Words\nand words. " + "x".repeat(282) + "🔔🔔"),
              entry("3", "y".repeat(298) + "🔔🔔", "/3", ""),
              entry("4", "z".repeat(298) + "🔔", "/4", ""),
              entry("2", " ", "/2", "")));

      assertThat(world.titles("pending"))
          .containsExactlyInAnyOrder(
              "http://a.example/2",
              "Words and words. " + "x".repeat(282) + "…",
              "y".repeat(298) + "🔔…",
              "z".repeat(298) + "🔔");
    }
  }
}
