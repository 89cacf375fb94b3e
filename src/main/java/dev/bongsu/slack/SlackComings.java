package dev.bongsu.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.delivery.ChatComings;
import java.util.Optional;

/// Hears from events which channels can be written to again, and which no more. It is done before
/// Slack has its receipt, and may be done twice.
public final class SlackComings {
  private final ChatComings comings;

  public SlackComings(ChatComings comings) {
    this.comings = comings;
  }

  /// Somebody joined a channel, or it was unarchived. Whoever it was that joined: Slack tells us
  /// only of channels we are in.
  void back(EventsApiPayload<?> payload, String channel) {
    Optional.ofNullable(SlackInbox.place(payload, channel, null)).ifPresent(comings::back);
  }

  /// The bot was taken out of a channel.
  void left(EventsApiPayload<?> payload, String channel) {
    Optional.ofNullable(SlackInbox.place(payload, channel, null))
        .ifPresent(chat -> comings.left(chat, GoneReason.NOT_MEMBER));
  }

  /// A channel was archived.
  void archived(EventsApiPayload<?> payload, String channel) {
    Optional.ofNullable(SlackInbox.place(payload, channel, null))
        .ifPresent(chat -> comings.left(chat, GoneReason.ARCHIVED));
  }
}
