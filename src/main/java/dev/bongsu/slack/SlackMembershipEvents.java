package dev.bongsu.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.PlatformTokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hears from events which channels can be written to again, and which no more, and that the app
/// was taken away altogether. It is done before Slack has its receipt, and may be done twice and in
/// any order.
public final class SlackMembershipEvents {
  private final ChatLifecycle lifecycle;
  private final PlatformTokens tokens;
  private final String account;

  /// @param account as the sender names it
  public SlackMembershipEvents(ChatLifecycle lifecycle, PlatformTokens tokens, String account) {
    this.lifecycle = lifecycle;
    this.tokens = tokens;
    this.account = account;
  }

  /// The workspace has removed the app: all that waits is parked, and Slack is asked no more.
  void onUninstalled() {
    onTokenRefused("app_uninstalled");
  }

  /// Tokens were revoked; those of users are not ours.
  void onTokensRevoked(TokensRevokedEvent.@Nullable Tokens revoked) {
    if (revoked != null && revoked.getBot() != null && !revoked.getBot().isEmpty()) {
      onTokenRefused("tokens_revoked");
    }
  }

  /// Somebody joined a channel, or it was unarchived. Whoever it was that joined: Slack tells us
  /// only of channels we are in.
  void onAvailable(EventsApiPayload<?> payload, String channel) {
    Optional.ofNullable(SlackInbox.chatId(payload, channel, null))
        .ifPresent(
            chat ->
                AckDeadline.run(() -> lifecycle.onChatReturned(chat), AckDeadline.EVENT_TIMEOUT));
  }

  /// The bot was taken out of a channel.
  void onLeft(EventsApiPayload<?> payload, String channel) {
    Optional.ofNullable(SlackInbox.chatId(payload, channel, null))
        .ifPresent(chat -> onLeft(chat, GoneReason.NOT_MEMBER));
  }

  /// A channel was archived.
  void onArchived(EventsApiPayload<?> payload, String channel) {
    Optional.ofNullable(SlackInbox.chatId(payload, channel, null))
        .ifPresent(chat -> onLeft(chat, GoneReason.ARCHIVED));
  }

  private void onLeft(ChatId chat, GoneReason why) {
    AckDeadline.run(() -> lifecycle.onChatGone(chat, why), AckDeadline.EVENT_TIMEOUT);
  }

  private void onTokenRefused(String reason) {
    AckDeadline.run(
        () -> tokens.markRejected(account, Platform.SLACK, reason), AckDeadline.EVENT_TIMEOUT);
  }
}
