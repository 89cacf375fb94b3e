package dev.bongsu.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.PlatformTokens;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads from events which channels became reachable or unreachable, and that the app was removed.
/// Runs before the event is acknowledged, and may run twice and in any order.
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

  /// The workspace has removed the app: waiting deliveries are parked, and Slack is not called
  /// again.
  void onUninstalled() {
    onTokenRefused("app_uninstalled");
  }

  /// Tokens were revoked; only those of bots concern us.
  void onTokensRevoked(TokensRevokedEvent.@Nullable Tokens revoked) {
    if (revoked != null && revoked.getBot() != null && !revoked.getBot().isEmpty()) {
      onTokenRefused("tokens_revoked");
    }
  }

  /// Somebody joined a channel, or it was unarchived. The person does not matter: Slack sends
  /// events only of channels the bot is in.
  void onAvailable(EventsApiPayload<?> payload, String channel) {
    Optional.ofNullable(SlackInbox.chatId(payload, channel, null))
        .ifPresent(
            chat ->
                AckDeadline.run(() -> lifecycle.onChatReturned(chat), AckDeadline.EVENT_TIMEOUT));
  }

  /// A channel has another id: Slack gives one to a private channel that is shared with another
  /// workspace (docs.slack.dev, `channel_id_changed`).
  void onIdChanged(EventsApiPayload<ChannelIdChangedEvent> payload) {
    String channel = Objects.requireNonNullElse(payload.getEvent().getNewChannelId(), "");
    Optional.ofNullable(SlackInbox.chatId(payload, payload.getEvent().getOldChannelId(), null))
        .filter(_ -> !channel.isBlank())
        .ifPresent(
            from ->
                AckDeadline.run(
                    () -> lifecycle.onChatMoved(from, channel), AckDeadline.EVENT_TIMEOUT));
  }

  /// The bot was removed from a channel.
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
