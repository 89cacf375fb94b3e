package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import java.time.Duration;

/// How fast one place may be written to: a message a gap, and a few at once after a silence.
///
/// A chat's queue keeps one time: when its next alert may go (the theoretical arrival time of the
/// generic cell rate algorithm, ITU-T I.371). An alert waits until then, so the few are always left
/// for replies, which may go by `burst - 1` gaps sooner.
///
/// @param burst messages that may go at once after a silence; at least 1
record Pace(Duration gap, int burst) {
  private static final int GROUP_BURST = 3;
  private static final int PRIVATE_BURST = 3;

  /// Clocks and networks are not even: two messages a second apart when they leave may be nearer to
  /// each other when they arrive.
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

  /// On Telegram groups and channels have negative numbers, or a name.
  private static boolean isPrivate(ChatId chat) {
    return Character.isDigit(chat.channel().charAt(0));
  }

  /// In any minute at most the burst and what the gap lets pass: together the limit.
  private static Duration groupGap(DeliverySettings settings) {
    return Duration.ofMinutes(1).dividedBy(settings.telegramGroupPerMinute() - GROUP_BURST);
  }

  private static Pace withMargin(Duration gap, int burst) {
    return new Pace(gap.plus(gap.multipliedBy(MARGIN_PERCENT).dividedBy(100)), burst);
  }

  /// When the next alert may go after a message.
  ///
  /// @param paceMillis when that message might have gone as an alert
  /// @param sentMillis when it was surely there
  long nextAfter(long paceMillis, long sentMillis) {
    return Math.max(paceMillis, sentMillis) + gap.toMillis();
  }

  /// When a reply may go.
  long replyFrom(long paceMillis) {
    return paceMillis - gap.multipliedBy(burst - 1L).toMillis();
  }
}
