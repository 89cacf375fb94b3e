package dev.bongsu.article;

import static dev.bongsu.article.IntakeFixture.DATE;
import static dev.bongsu.article.IntakeFixture.dated;
import static dev.bongsu.article.IntakeFixture.entry;
import static dev.bongsu.article.IntakeFixture.numbered;
import static dev.bongsu.article.IntakeFixture.prepend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.feed.Feed;
import dev.bongsu.syndication.Entry;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What `ArticleIntake` promises on every database: which entries of a feed are news.
interface ArticleIntakeContract {
  TestDatabase open();

  @Test
  default void r041TheFirstPollOfAThousandEntriesAlertsNobodyAndTheNextOnlyOfWhatIsNew() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      List<Entry> old = numbered(1, 1000);

      assertThat(world.firstPoll(old)).isZero();
      assertThat(world.states()).hasSize(1000).containsOnly("silent");
      assertThat(world.poll(old)).isZero();
      assertThat(world.poll(prepend(entry("new", "New", "/new", "Text."), old))).isOne();
    }
  }

  @Test
  default void r7AFileIsLinkedButNotFetched() {
    for (String file : List.of("/e1.mp3", "/e1.M4A?x=1", "/video/e1.mp4", "/e1.ogg", "/e1.webm")) {
      try (IntakeFixture world = new IntakeFixture(open())) {
        world.poll(List.of(entry("e1", "Episode 1", file, "Notes.")));

        assertThat(world.links()).containsExactly("http://a.example" + file);
        assertThat(world.hosts()).containsExactly("");
      }
    }
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.poll(List.of(entry("e1", "Episode 1", "/mp3/e1", "Notes.")));

      assertThat(world.hosts()).containsExactly("a.example");
    }
  }

  @Test
  default void r042NewGuidsForKnownLinksAndTitlesAreTheOldEntries() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(numbered(1, 10));
      List<Entry> moved =
          new ArrayList<>(
              IntStream.rangeClosed(1, 10)
                  .mapToObj(i -> entry("moved-" + i, "Title " + i, "/" + i, "Other text " + i))
                  .toList());
      moved.addAll(0, numbered(11, 12));

      assertThat(world.poll(moved)).isEqualTo(2);
      assertThat(world.poll(moved)).isZero();
    }
  }

  @Test
  default void r042NewGuidsAndLinksForKnownTitlesAndTextsAreTheOldEntries() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(numbered(1, 10));
      List<Entry> moved =
          new ArrayList<>(
              IntStream.rangeClosed(1, 10)
                  .mapToObj(i -> entry("moved-" + i, "Title " + i, "/moved/" + i, "Text " + i))
                  .toList());
      moved.addAll(3, numbered(11, 12));

      assertThat(world.poll(moved)).isEqualTo(2);
      assertThat(world.poll(moved)).isZero();
    }
  }

  @Test
  default void r042HoweverManyEntriesAreNewEachIsAdded() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(numbered(1, 10));

      assertThat(world.poll(numbered(10, 19))).isEqualTo(9);
    }
  }

  @Test
  default void r045WithoutAGuidTheLinkIsTheIdentity() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(List.of(entry(null, "One", "/1", "Text.")));

      assertThat(world.poll(List.of(entry(null, "One, edited", "/1", "Other text.")))).isZero();
      assertThat(world.poll(List.of(entry(null, "One", "/2", "Different.")))).isOne();
    }
  }

  @Test
  default void r045WithoutGuidAndLinkEqualTitlesStayDistinctByTheirTexts() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      Entry morning = entry(null, "Briefing", null, "In the morning.");
      Entry evening = entry(null, "Briefing", null, "In the evening.");
      world.firstPoll(List.of(entry(null, "Old", null, "Old.")));

      assertThat(world.poll(List.of(evening, morning))).isEqualTo(2);
      assertThat(world.poll(List.of(morning, evening))).isZero();
      assertThat(world.poll(List.of(entry(null, "Briefing", null, "At night."), evening))).isOne();
    }
  }

  @Test
  default void r046TheSameGuidOnEveryItemIdentifiesNothing() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      List<Entry> old =
          IntStream.rangeClosed(1, 10)
              .mapToObj(i -> entry("same", "Title " + i, "/" + i, "Text " + i))
              .toList();
      world.firstPoll(old);

      assertThat(world.poll(prepend(entry("same", "New", "/new", "New text."), old))).isOne();
    }
  }

  @Test
  default void r046TheSameGuidAndLinkOnEveryItemLeaveTheTitle() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      List<Entry> old =
          IntStream.rangeClosed(1, 10)
              .mapToObj(i -> entry("same", "Title " + i, "/board", "Read " + i + " times"))
              .toList();
      List<Entry> later =
          IntStream.rangeClosed(1, 10)
              .mapToObj(i -> entry("same", "Title " + i, "/board", "Read " + 7 * i + " times"))
              .toList();
      world.firstPoll(old);

      assertThat(world.poll(prepend(entry("same", "New", "/board", "New"), later))).isOne();
    }
  }

  @Test
  default void r046TheOrderInTheDocumentChangesNothing() {
    for (int seed = 0; seed < 5; seed++) {
      try (IntakeFixture world = new IntakeFixture(open())) {
        Random random = new Random(seed);
        List<Entry> entries =
            new ArrayList<>(
                List.of(
                    entry("same", "One", "/1", "Text one"),
                    entry("same", "Two", "/2", "Text two"),
                    entry("3", "Three", "/board#3", "Text three"),
                    entry("4", "Four", "/board#4", "Text four"),
                    entry(null, "Five", null, "Text five"),
                    entry(null, "Five", null, "Text six"),
                    entry("7", "Seven", "/7", "")));
        Collections.shuffle(entries, random);
        world.firstPoll(entries);
        Collections.shuffle(entries, random);
        entries.add(random.nextInt(entries.size()), entry("same", "New", "/board", "New text"));

        assertThat(world.poll(entries)).isOne();
        Collections.shuffle(entries, random);
        assertThat(world.poll(entries)).isZero();
      }
    }
  }

  @Test
  default void entriesThatShareAPageAreEachAdded() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(List.of(entry("1", "Version 1", "/changes#1", "First.")));

      int told =
          world.poll(
              List.of(
                  entry("3", "Version 3", "/changes#3", "Third."),
                  entry("2", "Version 2", "/changes#2", "Second."),
                  entry("1", "Version 1", "/changes#1", "First.")));

      assertThat(told).isEqualTo(2);
      assertThat(world.titles("pending")).containsExactly("Version 2", "Version 3");
    }
  }

  @Test
  default void anEntryListedTwiceIsAddedOnceEvenWhenEdited() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      Entry twice = entry("a", "One", "/1", "Text.");
      Entry elsewhere = entry("a?section=2", "One", "/1", "Text.");
      world.firstPoll(numbered(5, 6));

      assertThat(world.poll(List.of(twice, twice, elsewhere))).isOne();
      Entry edited = entry("a", "One, edited", "/1", "Other.");
      assertThat(world.poll(List.of(edited, edited))).isZero();
    }
  }

  @Test
  default void r047AddressesThatLeadToOneArticleAreOne() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(List.of(entry(null, "One", "/news/1", "Text.")));

      for (String variant :
          List.of(
              "https://a.example/news/1",
              "http://www.a.example/news/1/",
              "http://a.example:80/news/1",
              "http://a.example/news/1?utm_source=rss&utm_medium=feed",
              "http://a.example/news/1#top")) {
        assertThat(world.poll(List.of(entry(null, "Edited " + variant, variant, variant))))
            .as(variant)
            .isZero();
      }
    }
  }

  @Test
  default void r047OneArticleInTwoFeedsIsOne() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      Feed second = world.feed("http://b.example/rss");
      assertThat(world.poll(numbered(1, 2))).isEqualTo(2);

      assertThat(world.poll(second, numbered(2, 3))).isOne();
    }
  }

  @Test
  default void r048AnEditedTitleOrANewGuidIsNotNew() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(List.of(entry("1", "One", "/1", "Text."), entry("2", "Two", "/2", "Text.")));

      assertThat(
              world.poll(
                  List.of(
                      entry("1", "One, edited", "/1-edited", "More text."),
                      entry("two", "Two", "/2", "Text."))))
          .isZero();
    }
  }

  @Test
  default void r105ASecretFeedsArticlesDoNotShowItsAddress() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      Feed secret = world.feed("https://user:word@a.example/rss?token=abc", true);
      world.poll(secret, List.of(entry("1", "One", null, "Text.")));

      assertThat(world.links()).containsExactly("https://a.example/");
    }
  }

  @Test
  default void aPollWritesTheKeysOfWhatIsNewAndOfTheRestOnceADay() {
    try (IntakeFixture world = new IntakeFixture(open())) {
      world.firstPoll(numbered(1, 3));
      long keys = world.keysWrittenNow();

      world.pass(Duration.ofHours(1));
      world.poll(numbered(1, 4));
      assertThat(world.keysWrittenNow()).isEqualTo(keys / 3);
      world.pass(Duration.ofHours(1));
      world.poll(List.of(dated(numbered(1, 1).getFirst(), DATE.plusSeconds(60))));
      assertThat(world.keysWrittenNow()).as("those with a date of their own").isEqualTo(2);
      world.pass(Duration.ofHours(23));
      world.poll(numbered(1, 3));
      assertThat(world.keysWrittenNow()).isEqualTo(keys);
    }
  }
}
