package dev.bongsu.article;

import dev.bongsu.http.RobotsTxt;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Lets a page's redirects lead only where robots may read. One for each request.
final class RobotsRedirectFilter implements Predicate<URI> {
  private final RobotsTxt robots;
  private @Nullable URI targetWithUnknownRobots;

  RobotsRedirectFilter(RobotsTxt robots) {
    this.robots = robots;
  }

  @Override
  public boolean test(URI target) {
    Optional<Boolean> allowed = robots.isAllowed(target);
    targetWithUnknownRobots = allowed.isEmpty() ? target : null;
    return allowed.orElse(false);
  }

  /// A redirect target whose robots.txt must be fetched first; null if there was none.
  @Nullable URI targetWithUnknownRobots() {
    return targetWithUnknownRobots;
  }
}
