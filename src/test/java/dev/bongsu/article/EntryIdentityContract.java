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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The table of `docs/identity.md`: shapes of real feeds, and what becomes of each.
interface EntryIdentityContract {
  TestDatabase open();

  @Test
  default void l1EachChangeOfAnIssueIsNew() {
    both(
        entry("x/12#change-1", "Opened", "/issues/12#change-1", "It fails."),
        entry("x/12#change-2", "Closed", "/issues/12#change-2", "It works."),
        1);
  }

  @Test
  default void l1AConstantLinkProvesNothing() {
    for (String link : List.of("/status", "/", "/jobs/?lang=ko", "/app/")) {
      both(
          entry("a1", "Mail is slow", link, "Looking."),
          entry("b2", "All is well", link, "Done."),
          1);
    }
  }

  @Test
  default void l1HashRoutesAreLinksOfTheirOwn() {
    both(entry(null, "One", "/app/#/post/1", "A."), entry(null, "Two", "/app/#/post/2", "B."), 1);
    both(entry(null, "One", "/app#!one", "A."), entry(null, "Two", "/app#!two", "B."), 1);
  }

  @Test
  default void l1CommentsAndReleaseNotesOfOnePageAreEachNew() {
    both(
        entry(null, "Comment by A", "/post/5#comment-11", "Yes."),
        entry(null, "Comment by B", "/post/5#comment-12", "No."),
        1);
    both(
        entry(null, "New dashboard", "/changelog#new-dashboard", "Look."),
        entry(null, "Dark mode", "/changelog#dark-mode", "Dark."),
        1);
  }

  @Test
  default void l1AWatchedPageTellsEachChange() {
    Entry first = entry("c-1", "The page has changed", "/notice", "Two new lines.");
    Entry second = entry("c-2", "The page has changed", "/notice", "One line less.");

    both(first, dated(second, DATE.plus(Duration.ofHours(5))), 1);
    both(undated(first), undated(second), 1);
  }

  @Test
  default void aGuidWithARevisionIsTheSameEntry() {
    String page = "http://a.example/news/articles/c1";
    both(
        entry(page + "#0", "Storm nears", page + "?at_medium=RSS", "It comes."),
        entry(page + "#1", "Storm is here", page + "?at_medium=RSS", "It came."),
        0);
  }

  @Test
  default void aGuidThatFlipsIsTheSameEntry() {
    Entry first = entry("https://m.example/p/9f", "On feeds", "/on-feeds-9f?source=rss", "Long.");
    Entry second = entry("https://m.example/@a/on-feeds-9f", "On feeds", "/on-feeds-9f", "Long.");

    both(first, second, 0);
    both(second, dated(first, DATE.plus(Duration.ofDays(3))), 0);
  }

  @Test
  default void aPermanentLinkIsTheSameEntryUnderAnyTitle() {
    both(
        entry("http://www.a.example/7", "Seven", "http://www.a.example/7", "Text."),
        entry("https://a.example/7/", "Seven, edited", "https://a.example/7/", "Other."),
        0);
  }

  @Test
  default void aWrappedLinkIsTheLink() {
    String wrapped = "https://www.google.com/url?rct=j&url=http://a.example/7%3Fid%3D1&ct=ga";
    both(
        entry(null, "Seven", "/7?id=1&utm_source=rss", "Text."),
        entry(null, "<b>Seven</b>", wrapped, "Other."),
        0);
  }

  @Test
  default void l3OneOldDateBeforeNewerEntriesIsAMistake() {
    try (IntakeFixture feed = new IntakeFixture(open())) {
      feed.firstPoll(numbered(1, 5));
      Entry wrong = dated(entry("w", "Wrong", "/w", "W."), DATE.minus(Duration.ofDays(365)));

      assertThat(feed.poll(prepend(wrong, numbered(1, 5)))).isOne();
      assertThat(feed.poll(prepend(dated(wrong, DATE), numbered(1, 5)))).isZero();
    }
  }

  @Test
  default void l3FourOldDatesAtOnceAreABackfill() {
    try (IntakeFixture feed = new IntakeFixture(open())) {
      feed.firstPoll(numbered(1, 5));
      List<Entry> document = new ArrayList<>(aged(11, 14));
      document.addAll(numbered(1, 5));

      assertThat(feed.poll(document)).isZero();
      assertThat(feed.titles("silent")).contains("Title 11", "Title 14");
    }
  }

  @Test
  default void l3ACorrectedDateMakesNewsOfWhatWasStoredAsOld() {
    try (IntakeFixture feed = new IntakeFixture(open())) {
      feed.firstPoll(numbered(1, 5));
      List<Entry> atTheEnd = new ArrayList<>(numbered(1, 5));
      Entry wrong = dated(entry("w", "Wrong", "/w", "W."), DATE.minus(Duration.ofDays(365)));
      atTheEnd.add(wrong);
      assertThat(feed.poll(atTheEnd)).isZero();

      List<Entry> corrected = prepend(dated(wrong, DATE.plusSeconds(60)), numbered(1, 5));
      assertThat(feed.poll(corrected)).isOne();
      assertThat(feed.poll(corrected)).isZero();
    }
  }

  @Test
  default void l4TheSameWordsOfAnotherDayAreNew() {
    for (int day = 1; day <= 3; day++) {
      Entry first = entry("w1", "Heat warning", "/w/1", "Drink water.");
      Entry second = entry("w2", "Heat warning", "/w/2", "Drink water.");

      both(first, dated(second, DATE.plus(Duration.ofDays(day)).minusSeconds(600)), 1);
    }
  }

  @Test
  default void l4ARepostOfTheSameDayIsTheSameEntry() {
    Entry first = entry("s1", "Ministry mets", "/ministry-mets", "They met.");
    Entry second = entry("s2", "Ministry mets", "/ministry-meets", "They met.");

    both(first, dated(second, DATE.plus(Duration.ofHours(3))), 0);
    both(undated(first), undated(second), 0);
  }

  @Test
  default void l5AnEditOfOneOfTwoWithOneGuidAndLinkIsNotNew() {
    for (String edited : List.of("v2: faster and safer", "v2: faster")) {
      try (IntakeFixture feed = new IntakeFixture(open())) {
        Entry one = entry("log", "v1: first", "/log", "The first version of the program.");
        Entry two = entry("log", "v2: faster", "/log", "Lists load at once.");
        assertThat(feed.poll(List.of(two, one))).isEqualTo(2);

        assertThat(
                feed.poll(
                    List.of(entry("log", edited, "/log", "Lists load at once, all of them."), one)))
            .as(edited)
            .isZero();
        Entry three = entry("log", "v3: smaller", "/log", "Half the size.");
        assertThat(feed.poll(List.of(three, two, one))).isOne();
      }
    }
  }

  @Test
  default void twoFeedsWithOnePageAreOneArticleOnlyIfTheyAgree() {
    try (IntakeFixture feed = new IntakeFixture(open())) {
      Feed second = feed.feed("http://b.example/rss");
      Feed third = feed.feed("http://c.example/rss");
      feed.poll(List.of(entry("1", "Port closed after attack", "/n/1", "The port.")));

      assertThat(
              feed.poll(
                  second, List.of(entry("x", "Port closed after attack - A Paper", "/n/1", ""))))
          .isZero();
      assertThat(feed.poll(third, List.of(entry("y", "Nothing to see", "/n/1", "Nothing."))))
          .isOne();
    }
  }

  /// Polls one entry, then the other in its place and after it.
  private void both(Entry first, Entry second, int added) {
    try (IntakeFixture feed = new IntakeFixture(open())) {
      feed.firstPoll(List.of(first));
      assertThat(feed.poll(List.of(second)))
          .as("%s in place of it", second.title())
          .isEqualTo(added);
      assertThat(feed.poll(List.of(second))).as("again").isZero();
      assertThat(feed.poll(List.of(second, first))).as("both").isZero();
    }
    try (IntakeFixture feed = new IntakeFixture(open())) {
      List<Entry> old = new ArrayList<>(numbered(1, 4));
      feed.firstPoll(prepend(first, old));
      assertThat(feed.poll(prepend(second, prepend(first, old))))
          .as("%s beside it", second.title())
          .isBetween(added, 1);
      assertThat(feed.poll(prepend(second, old))).isZero();
    }
  }

  private static Entry undated(Entry entry) {
    return new Entry(
        entry.id(), entry.title(), entry.link(), null, "", entry.content(), "", List.of());
  }

  private static List<Entry> aged(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            i -> {
              Instant date = DATE.minus(Duration.ofDays(300 + i));
              return dated(entry("guid-" + i, "Title " + i, "/" + i, "Text " + i), date);
            })
        .toList();
  }
}
