package dev.bongsu.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.syndication.Entry;
import dev.bongsu.testkit.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random histories of feeds: whatever a publisher does to what is there already, exactly what is
/// new is taken, once.
class EntryHistoryTest {
  private static final int HISTORIES = 12;
  private static final int POLLS = 25;
  private static final int MAX_LENGTH = 8;

  /// How a feed names its entries.
  enum Shape {
    PERMANENT_LINK,
    OPAQUE_GUID,
    LINK_ONLY,
    ONE_PAGE_FOR_ALL,
    ANCHORS_OF_ONE_PAGE,
    REVISIONS
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void whatIsNewIsTakenOnce(Shape shape) {
    for (int seed = 0; seed < HISTORIES; seed++) {
      try (IntakeFixture feed = new IntakeFixture(TestDatabase.sqlite())) {
        History history = new History(shape, new Random(seed));
        feed.firstPoll(history.document());
        for (int poll = 0; poll < POLLS; poll++) {
          String what = history.change();
          assertThat(feed.poll(history.document()))
              .as("%s, seed %d, poll %d: %s", shape, seed, poll, what)
              .isEqualTo(history.added);
        }
      }
    }
  }

  /// An entry in the publisher's mind: its number is what makes it itself.
  private record Item(int number, String title, String text, Instant date, int revision, int key) {
    Item edited(Random random) {
      String mark = " (" + random.nextInt(1_000_000) + ")";
      return random.nextBoolean()
          ? new Item(number, title + mark, text, date, revision + 1, key)
          : new Item(number, title, text + mark, date, revision + 1, key);
    }

    Item redated(Duration later) {
      return new Item(number, title, text, date.plus(later), revision, key);
    }

    Item rekeyed() {
      return new Item(number, title, text, date, revision, key + 1);
    }
  }

  private static final class History {
    private final Shape shape;
    private final Random random;
    private final List<Item> shown = new ArrayList<>();
    private final List<Item> dropped = new ArrayList<>();
    private int last;
    private int added;

    History(Shape shape, Random random) {
      this.shape = shape;
      this.random = random;
      add(5);
    }

    List<Entry> document() {
      return shown.stream().map(this::entry).toList();
    }

    private Entry entry(Item item) {
      String page = "http://a.example/news/" + item.number;
      return switch (shape) {
        case PERMANENT_LINK -> entry(page, page, item);
        case OPAQUE_GUID -> entry("id " + item.number + "/" + item.key, page, item);
        case LINK_ONLY -> entry(null, page + "?utm_source=" + item.key, item);
        case ONE_PAGE_FOR_ALL -> entry("id " + item.number, "http://a.example/status", item);
        case ANCHORS_OF_ONE_PAGE -> entry(null, "http://a.example/log#v" + item.number, item);
        case REVISIONS -> entry(page + "#" + item.revision % 1000, page, item);
      };
    }

    private static Entry entry(@Nullable String guid, String link, Item item) {
      URI address = URI.create(link);
      return new Entry(guid, item.title, address, item.date, "", item.text, "", List.of());
    }

    /// Does one thing to the feed and says what.
    String change() {
      added = 0;
      switch (random.nextInt(8)) {
        case 0 -> shown.replaceAll(item -> random.nextInt(3) == 0 ? item.edited(random) : item);
        case 1 -> shown.replaceAll(item -> item.redated(Duration.ofMinutes(random.nextInt(90))));
        case 2 -> shown.replaceAll(Item::rekeyed);
        case 3 -> Collections.shuffle(shown, random);
        case 4 -> drop(1 + random.nextInt(2));
        case 5 -> returnDropped();
        case 6 -> {
          return "nothing";
        }
        default -> add(1 + random.nextInt(2));
      }
      return "now " + shown;
    }

    private void add(int count) {
      for (int i = 0; i < count; i++) {
        last++;
        Instant date = IntakeFixture.DATE.plus(Duration.ofHours(last));
        String text = "What happened on day " + last + " to port " + last * 7919 + ".";
        shown.addFirst(new Item(last, "Headline of day " + last * 31, text, date, 0, 0));
      }
      added = count;
      drop(Math.max(0, shown.size() - MAX_LENGTH));
    }

    private void drop(int count) {
      for (int i = 0; i < count && shown.size() > 1; i++) {
        dropped.add(shown.removeLast());
      }
    }

    private void returnDropped() {
      if (!dropped.isEmpty()) {
        shown.add(dropped.remove(random.nextInt(dropped.size())));
      }
    }
  }
}
