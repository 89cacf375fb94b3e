package dev.bongsu.delivery;

/// The state of a chat's queue, in epoch milliseconds.
///
/// @param alertAllowedMillis when the next alert may go by the platform's rate ([Pace])
/// @param replyAllowedMillis when the next reply may
/// @param blockedUntilMillis before which the platform wants nothing at all
/// @param hourStartMillis start of the hour that is counted, see [BatchingPolicy]
/// @param alertsInHour alerts sent in that hour
/// @param lastDigestMillis when the last digest was made
/// @param holding whether alerts wait for a digest
record ChatQueue(
    long alertAllowedMillis,
    long replyAllowedMillis,
    long blockedUntilMillis,
    long hourStartMillis,
    int alertsInHour,
    long lastDigestMillis,
    boolean holding) {

  /// When something of this urgency may go.
  long earliestMillis(DeliveryPriority urgency) {
    return Math.max(
        blockedUntilMillis,
        urgency == DeliveryPriority.REPLY ? replyAllowedMillis : alertAllowedMillis);
  }
}
