package dev.bongsu.match;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/// The processor time of this thread for one article, in milliseconds, measured in two ways.
///
/// @param best of each article the best of all rounds, and of these the mean: other processes of
///   the machine disturb it least
/// @param median of the rounds: includes periodic work such as garbage collection
record CpuTime(double best, double median) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// The processor time of this thread up to now.
  static long nanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /// The median and the 99th percentile, for people.
  ///
  /// @param times in milliseconds; sorted here
  static String medianAndP99(List<Double> times) {
    Collections.sort(times);
    return "%.3f ms (p99 %.3f)"
        .formatted(times.get(times.size() / 2), times.get(times.size() * 99 / 100));
  }

  /// Two kinds of work on the same articles, in turns.
  record Comparison(CpuTime baseline, CpuTime measured) {
    /// How many times the one the other takes.
    String ratio() {
      return "%.2f (median %.2f)"
          .formatted(measured.best / baseline.best, measured.median / baseline.median);
    }
  }

  static Comparison interleaved(
      List<String> articles, int rounds, ToIntFunction<String> one, ToIntFunction<String> other) {
    Rounds ones = new Rounds(articles.size(), rounds);
    Rounds others = new Rounds(articles.size(), rounds);
    for (int round = 0; round < rounds; round++) {
      ones.run(round, articles, one);
      others.run(round, articles, other);
    }
    return new Comparison(ones.time(), others.time());
  }

  static CpuTime of(List<String> articles, int rounds, ToIntFunction<String> work) {
    Rounds all = new Rounds(articles.size(), rounds);
    for (int round = 0; round < rounds; round++) {
      all.run(round, articles, work);
    }
    return all.time();
  }

  /// The first third of the rounds is for the compiler, and does not count.
  private static final class Rounds {
    private final long[] best;
    private final double[] means;
    private int sum;

    Rounds(int articles, int rounds) {
      best = new long[articles];
      means = new double[rounds];
      Arrays.fill(best, Long.MAX_VALUE);
    }

    void run(int round, List<String> articles, ToIntFunction<String> work) {
      long start = nanos();
      long before = start;
      for (int i = 0; i < best.length; i++) {
        sum += work.applyAsInt(articles.get(i));
        long now = nanos();
        best[i] = round < means.length / 3 ? best[i] : Math.min(best[i], now - before);
        before = now;
      }
      means[round] = (before - start) / 1e6 / best.length;
    }

    CpuTime time() {
      double[] counted = Arrays.copyOfRange(means, means.length / 3, means.length);
      Arrays.sort(counted);
      double mean = Arrays.stream(best).sum() / 1e6 / best.length;
      // The sum is used, so that the compiler cannot remove the work.
      return new CpuTime(sum == Integer.MIN_VALUE ? 0 : mean, counted[counted.length / 2]);
    }
  }
}
