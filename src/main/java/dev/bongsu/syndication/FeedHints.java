package dev.bongsu.syndication;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;

/// When a publisher wants to be asked, as the feed says: RSS's `ttl`, `skipHours` and `skipDays`
/// (in UTC), and the `sy:` module.
///
/// @param minInterval least time between two requests; zero if it does not say
/// @param skippedHours 0 to 23
public record FeedHints(
    Duration minInterval, Set<Integer> skippedHours, Set<DayOfWeek> skippedDays) {
  public static final FeedHints NONE = new FeedHints(Duration.ZERO, Set.of(), Set.of());
  private static final int HOURS_PER_DAY = 24;
  private static final long MAX_MINUTES = 7L * 24 * 60;

  public FeedHints {
    skippedHours = Set.copyOf(skippedHours);
    skippedDays = Set.copyOf(skippedDays);
  }

  /// The hints of a feed of any dialect.
  static FeedHints of(Element root) {
    Element feed = JdomElements.first(root, "channel").orElse(root);
    Duration ttl = Duration.ofMinutes(number(feed, "ttl").orElse(0L));
    Duration update = updateInterval(feed);
    return new FeedHints(
        ttl.compareTo(update) > 0 ? ttl : update,
        values(feed, "skiphours")
            .flatMap(text -> number(text).stream())
            .filter(hour -> hour <= HOURS_PER_DAY)
            .map(hour -> (int) (hour % HOURS_PER_DAY))
            .collect(Collectors.toSet()),
        values(feed, "skipdays").flatMap(text -> day(text).stream()).collect(Collectors.toSet()));
  }

  private static Duration updateInterval(Element feed) {
    Duration period =
        switch (text(feed, "updateperiod").toLowerCase(Locale.ROOT)) {
          case "hourly" -> Duration.ofHours(1);
          case "daily" -> Duration.ofDays(1);
          case "weekly", "monthly", "yearly" -> Duration.ofDays(7);
          default -> Duration.ZERO;
        };
    return period.dividedBy(Math.max(1, number(feed, "updatefrequency").orElse(1L)));
  }

  private static String text(Element feed, String name) {
    return JdomElements.first(feed, name).map(Element::getText).orElse("").strip();
  }

  private static Stream<String> values(Element feed, String name) {
    return JdomElements.children(feed, name)
        .flatMap(list -> list.getChildren().stream())
        .map(value -> value.getText().strip());
  }

  private static Optional<Long> number(Element feed, String name) {
    return number(text(feed, name));
  }

  private static Optional<Long> number(String text) {
    return text.matches("\\d{1,9}")
        ? Optional.of(Math.min(Long.parseLong(text), MAX_MINUTES))
        : Optional.empty();
  }

  private static Optional<DayOfWeek> day(String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().equalsIgnoreCase(text))
        .findFirst();
  }

  /// That time, or the first after it whose hour and day are not skipped; at most a day later.
  public Instant nextAllowed(Instant time) {
    ZonedDateTime at = time.atZone(ZoneOffset.UTC);
    for (int i = 0; i < HOURS_PER_DAY && isSkipped(at); i++) {
      at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
    return at.toInstant();
  }

  private boolean isSkipped(ZonedDateTime at) {
    return skippedHours.contains(at.getHour()) || skippedDays.contains(at.getDayOfWeek());
  }

  /// The hints as they are stored: `3600;1,2;SUNDAY`.
  public String encode() {
    if (equals(NONE)) {
      return "";
    }
    String hours =
        new TreeSet<>(skippedHours).stream().map(String::valueOf).collect(Collectors.joining(","));
    String days =
        new TreeSet<>(skippedDays).stream().map(DayOfWeek::name).collect(Collectors.joining(","));
    return "%d;%s;%s".formatted(minInterval.toSeconds(), hours, days);
  }

  /// The hints that were stored so.
  public static FeedHints decode(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    String[] parts = text.split(";", -1);
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    list(parts[2]).map(DayOfWeek::valueOf).forEach(days::add);
    return new FeedHints(
        Duration.ofSeconds(Long.parseLong(parts[0])),
        list(parts[1]).map(Integer::valueOf).collect(Collectors.toSet()),
        days);
  }

  private static Stream<String> list(String text) {
    return Arrays.stream(text.split(",")).filter(value -> !value.isEmpty());
  }

  /// The same, with what the server's headers said taken into account.
  public FeedHints withMinInterval(Duration other) {
    return other.compareTo(minInterval) > 0
        ? new FeedHints(other, skippedHours, skippedDays)
        : this;
  }
}
