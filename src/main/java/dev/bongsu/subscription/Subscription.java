package dev.bongsu.subscription;

import dev.bongsu.query.QueryId;

/// A chat's standing query.
///
/// @param text as the person wrote it
public record Subscription(SubscriptionId id, QueryId query, String text, Options options) {

  /// How its alerts are sent.
  ///
  /// @param paused not at all, until it is resumed
  /// @param silent without a sound
  /// @param preview with the page's picture
  public record Options(boolean paused, boolean silent, boolean preview) {
    public static final Options DEFAULT = new Options(false, false, false);

    public Options withPaused(boolean now) {
      return new Options(now, silent, preview);
    }

    public Options withSilent(boolean now) {
      return new Options(paused, now, preview);
    }

    public Options withPreview(boolean now) {
      return new Options(paused, silent, now);
    }
  }
}
