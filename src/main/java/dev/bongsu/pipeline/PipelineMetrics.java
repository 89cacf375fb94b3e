package dev.bongsu.pipeline;

import dev.bongsu.feed.FetchOutcome;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts polls, articles and matches.
public final class PipelineMetrics {
  private final MeterRegistry registry;

  public PipelineMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void feedPolled(FetchOutcome outcome, int old) {
    registry.counter("bongsu.feeds.polled", "outcome", name(outcome)).increment();
    registry.counter("bongsu.articles.old").increment(old);
  }

  void articleRead(int matches) {
    registry.counter("bongsu.articles.read").increment();
    registry.counter("bongsu.matches").increment(matches);
  }

  private static String name(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Fetched _ -> "fetched";
      case FetchOutcome.NotModified _ -> "unchanged";
      case FetchOutcome.Failed _ -> "failed";
      case FetchOutcome.RateLimited _ -> "limited";
      case FetchOutcome.Forbidden _ -> "forbidden";
      case FetchOutcome.NotAFeed _ -> "no_feed";
      case FetchOutcome.Missing _ -> "missing";
      case FetchOutcome.Gone _ -> "gone";
    };
  }
}
