package dev.bongsu.article;

import dev.bongsu.http.Robots;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Lets a page's redirects lead only where robots may read. One for each request.
final class RedirectRules implements Predicate<URI> {
  private final Robots robots;
  private @Nullable URI unasked;

  RedirectRules(Robots robots) {
    this.robots = robots;
  }

  @Override
  public boolean test(URI target) {
    Optional<Boolean> allowed = robots.allow(target);
    unasked = allowed.isEmpty() ? target : null;
    return allowed.orElse(false);
  }

  /// A target whose host is to be asked first; null if there was none.
  @Nullable URI unasked() {
    return unasked;
  }
}
