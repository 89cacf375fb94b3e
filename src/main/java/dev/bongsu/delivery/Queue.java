package dev.bongsu.delivery;

/// The state of a chat's queue, in epoch milliseconds.
///
/// @param paceMillis when the next alert may go by the platform's rate ([Pace])
/// @param replyPaceMillis when the next reply may
/// @param untilMillis before which the platform wants nothing at all
/// @param hourMillis start of the hour that is counted, see [StormRule]
/// @param hourAlerts alerts sent in that hour
/// @param digestMillis when the last digest was made
/// @param holding whether alerts wait for a digest
record Queue(
    long paceMillis,
    long replyPaceMillis,
    long untilMillis,
    long hourMillis,
    int hourAlerts,
    long digestMillis,
    boolean holding) {

  /// When something of this urgency may go.
  long fromMillis(Urgency urgency) {
    return Math.max(untilMillis, urgency == Urgency.REPLY ? replyPaceMillis : paceMillis);
  }
}
