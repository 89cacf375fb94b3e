package dev.bongsu.telegram;

import java.time.Duration;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/// Waits that double from failure to failure. For one thread.
final class Backoff {
  private final ExponentialBackOff policy;
  private BackOffExecution failures;

  Backoff(Duration first, Duration max) {
    this.policy = new ExponentialBackOff(first.toMillis(), 2);
    policy.setMaxInterval(max.toMillis());
    this.failures = policy.start();
  }

  Duration next() {
    return Duration.ofMillis(failures.nextBackOff());
  }

  void reset() {
    failures = policy.start();
  }
}
