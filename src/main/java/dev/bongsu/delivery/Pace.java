package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import java.time.Duration;

/// How fast messages may be sent to one channel: one in each gap, and a few at once after a pause.
///
/// A chat's queue stores one time: when its next alert may be sent (the theoretical arrival time of
/// the generic cell rate algorithm, ITU-T I.371). An alert waits until then, so the burst is left
/// to replies, which may be sent `burst - 1` gaps earlier.
///
/// @param burst messages that may be sent at once after a pause; at least 1
record Pace(Duration gap, int burst) {
  private static final int GROUP_BURST = 3;
  private static final int PRIVATE_BURST = 3;

  /// Clocks and networks vary: two messages sent a second apart may arrive closer to each other.
  private static final int MARGIN_PERCENT = 2;

  static Pace of(ChatId chat, DeliverySettings settings) {
    return switch (chat.platform()) {
      case TELEGRAM ->
          isPrivate(chat)
              ? withMargin(settings.telegramChatGap(), PRIVATE_BURST)
              : withMargin(groupGap(settings), GROUP_BURST);
      case SLACK -> withMargin(settings.slackChannelGap(), 1);
      case CONSOLE -> new Pace(Duration.ZERO, 1);
    };
  }

  /// On Telegram groups and channels have negative ids, or a name.
  private static boolean isPrivate(ChatId chat) {
    return Character.isDigit(chat.channel().charAt(0));
  }

  /// A minute takes at most the burst and one message a gap, together the limit.
  private static Duration groupGap(DeliverySettings settings) {
    return Duration.ofMinutes(1).dividedBy(settings.telegramGroupPerMinute() - GROUP_BURST);
  }

  private static Pace withMargin(Duration gap, int burst) {
    return new Pace(gap.plus(gap.multipliedBy(MARGIN_PERCENT).dividedBy(100)), burst);
  }

  /// When the next alert may be sent after a message.
  ///
  /// @param paceMillis when that message could have been sent as an alert
  /// @param sentMillis when it had certainly arrived
  long nextAfter(long paceMillis, long sentMillis) {
    return Math.max(paceMillis, sentMillis) + gap.toMillis();
  }

  /// When a reply may be sent.
  long replyFrom(long paceMillis) {
    return paceMillis - gap.multipliedBy(burst - 1L).toMillis();
  }
}
