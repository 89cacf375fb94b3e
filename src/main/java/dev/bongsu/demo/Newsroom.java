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
  static final Duration STEP = Duration.ofSeconds(3);

  private static final int OUT_AT_ONCE = 2;
  private static final int RADIX = 36;

  private final InstantSource clock;
  private final List<Story> stories;
  private final Instant opened;
  private final String run;

  /// Opens the newsroom now.
  Newsroom(InstantSource clock, List<Story> stories) {
    this.clock = clock;
    this.stories = List.copyOf(stories);
    this.opened = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    this.run = Long.toString(opened.getEpochSecond(), RADIX);
  }

  /// Stands in all addresses of this newsroom's stories, so that a second run has news for a
  /// database that has seen the first.
  String run() {
    return run;
  }

  /// The stories that are out, oldest first.
  List<Release> released() {
    Instant now = clock.instant();
    return IntStream.range(0, stories.size())
        .mapToObj(this::release)
        .filter(release -> !release.at().isAfter(now))
        .toList();
  }

  /// The stories of one feed that are out, oldest first.
  List<Release> released(Edition edition) {
    return released().stream().filter(release -> release.story().edition() == edition).toList();
  }

  /// The story at a path; empty if it is not out, or of another run.
  Optional<Release> at(String path) {
    return released().stream().filter(release -> release.path().equals(path)).findFirst();
  }

  private Release release(int number) {
    Story story = stories.get(number);
    int steps = Math.max(0, number - OUT_AT_ONCE + 1);
    Instant at = opened.plus(STEP.multipliedBy(steps));
    return new Release(story, at, "/demo/news/%s/%s".formatted(run, story.slug()));
  }
}
