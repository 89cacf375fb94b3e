package dev.bongsu.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.ChatComings;
import dev.bongsu.delivery.Tokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hears from events which channels can be written to again, and which no more, and that the app
/// was taken away altogether. It is done before Slack has its receipt, and may be done twice and in
/// any order.
public final class SlackComings {
  private final ChatComings comings;
  private final Tokens tokens;
  private final String account;

  /// @param account as the sender names it
  public SlackComings(ChatComings comings, Tokens tokens, String account) {
    this.comings = comings;
    this.tokens = tokens;
    this.account = account;
  }

  /// The workspace has removed the app: all that waits is parked, and Slack is asked no more.
  void uninstalled() {
    refused("app_uninstalled");
  }

  /// Tokens were revoked; those of users are not ours.
  void revoked(TokensRevokedEvent.@Nullable Tokens revoked) {
    if (revoked != null && revoked.getBot() != null && !revoked.getBot().isEmpty()) {
      refused("tokens_revoked");
    }
  }

  /// Somebody joined a channel, or it was unarchived. Whoever it was that joined: Slack tells us
  /// only of channels we are in.
  void back(EventsApiPayload<?> payload, String channel) {
    Optional.ofNullable(SlackInbox.place(payload, channel, null))
        .ifPresent(chat -> InTime.run(() -> comings.back(chat), InTime.RECEIPT));
  }

  /// The bot was taken out of a channel.
  void left(EventsApiPayload<?> payload, String channel) {
    Optional.ofNullable(SlackInbox.place(payload, channel, null))
        .ifPresent(chat -> left(chat, GoneReason.NOT_MEMBER));
  }

  /// A channel was archived.
  void archived(EventsApiPayload<?> payload, String channel) {
    Optional.ofNullable(SlackInbox.place(payload, channel, null))
        .ifPresent(chat -> left(chat, GoneReason.ARCHIVED));
  }

  private void left(ChatId chat, GoneReason why) {
    InTime.run(() -> comings.left(chat, why), InTime.RECEIPT);
  }

  private void refused(String reason) {
    InTime.run(() -> tokens.refused(account, Platform.SLACK, reason), InTime.RECEIPT);
  }
}
