package dev.bongsu.faults;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How much is done to the processes: little in every build, much under `mvn -B -Pfaults verify`.
final class Faults {
  /// Set to `true` for the long run.
  static final String PROPERTY = "faults";

  private static final boolean LONG_RUN = Boolean.getBoolean(PROPERTY);
  private static final Random RANDOM = new Random(Long.getLong("bongsu.faults.seed", 42));

  private Faults() {}

  static int pickCount(int few, int many) {
    return LONG_RUN ? many : few;
  }

  static Duration pickDuration(Duration little, Duration much) {
    return LONG_RUN ? much : little;
  }

  /// Lets the processes work for a random time.
  static void waitRandomly(Duration most) {
    waitFor(Duration.ofMillis(RANDOM.nextLong(most.toMillis() + 1)));
  }

  static void waitFor(Duration time) {
    try {
      boolean never = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
      if (never) {
        throw new AssertionError();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static int random(int bound) {
    return RANDOM.nextInt(bound);
  }

  /// A figure for whoever reads the build's output.
  static void report(String fault, String figures) {
    System.out.printf("FAULTS %s: %s%n", fault, figures);
  }
}
