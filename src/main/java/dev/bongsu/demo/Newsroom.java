package dev.bongsu.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which stories are out, a function of time alone: the first two are out at the opening, and are
/// what a bot that adds the feeds finds there already; each further one comes a step after the one
/// before.
///
/// Threads: safe for any number.
final class Newsroom {
  /// Long enough for a bot to add both feeds before the third story.
  static final Duration PUBLISH_INTERVAL = Duration.ofSeconds(3);

  private static final int INITIALLY_PUBLISHED = 2;
  private static final int RADIX = 36;

  private final InstantSource clock;
  private final List<DemoArticle> articles;
  private final Instant opened;
  private final String runId;

  /// Opens the newsroom now.
  Newsroom(InstantSource clock, List<DemoArticle> stories) {
    this.clock = clock;
    this.articles = List.copyOf(stories);
    this.opened = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    this.runId = Long.toString(opened.getEpochSecond(), RADIX);
  }

  /// Stands in all addresses of this newsroom's stories, so that a second run has news for a
  /// database that has seen the first.
  String runId() {
    return runId;
  }

  /// The stories that are out, oldest first.
  List<PublishedArticle> published() {
    Instant now = clock.instant();
    return IntStream.range(0, articles.size())
        .mapToObj(this::toPublished)
        .filter(release -> !release.publishedAt().isAfter(now))
        .toList();
  }

  /// The stories of one feed that are out, oldest first.
  List<PublishedArticle> published(DemoFeed edition) {
    return published().stream().filter(release -> release.article().feed() == edition).toList();
  }

  /// The story at a path; empty if it is not out, or of another run.
  Optional<PublishedArticle> findByPath(String path) {
    return published().stream().filter(release -> release.path().equals(path)).findFirst();
  }

  private PublishedArticle toPublished(int number) {
    DemoArticle story = articles.get(number);
    int steps = Math.max(0, number - INITIALLY_PUBLISHED + 1);
    Instant at = opened.plus(PUBLISH_INTERVAL.multipliedBy(steps));
    return new PublishedArticle(story, at, "/demo/news/%s/%s".formatted(runId, story.slug()));
  }
}
