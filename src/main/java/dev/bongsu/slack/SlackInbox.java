package dev.bongsu.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import dev.bongsu.command.InboxStore;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what people say to the bot in Slack: the slash command, mentions and direct messages.
/// Nothing else is done with it before Slack has its receipt.
public final class SlackInbox {
  private static final Logger LOG = LoggerFactory.getLogger(SlackInbox.class);
  private static final int LONGEST = 10_000;

  private final InboxStore inbox;
  private final UserLanguages languages;

  public SlackInbox(InboxStore inbox, SlackClient client, InstantSource clock) {
    this.inbox = inbox;
    this.languages = new UserLanguages(client, clock);
  }

  /// `/bongsu list` is `/list`; it cannot be said in a thread.
  void command(SlashCommandPayload command) {
    keep(
        place(command.getEnterpriseId(), command.getTeamId(), command.getChannelId(), null),
        text(command.getTriggerId()),
        text(command.getUserId()),
        TypedText.command(text(command.getText())));
  }

  /// `@Bongsu list` is `/list`; answered in the thread it was said in, if in any.
  void mention(EventsApiPayload<AppMentionEvent> payload) {
    AppMentionEvent event = payload.getEvent();
    boolean isEdit = event.getEdited() != null || event.getSubtype() != null;
    if (isEdit || event.getBotId() != null || event.getUser() == null) {
      return;
    }
    String words = TypedText.withoutMention(text(event.getText()));
    keep(
        place(payload, event.getChannel(), event.getThreadTs()),
        text(payload.getEventId()),
        event.getUser(),
        TypedText.command(words));
  }

  /// In a direct message every word is for the bot; its own come back and are passed over.
  void directMessage(EventsApiPayload<MessageEvent> payload) {
    MessageEvent event = payload.getEvent();
    boolean isDirect = "im".equals(event.getChannelType());
    boolean isPerson = event.getBotId() == null && event.getUser() != null;
    if (!isDirect || !isPerson || event.getEdited() != null || text(event.getText()).isBlank()) {
      return;
    }
    keep(
        place(payload, event.getChannel(), event.getThreadTs()),
        text(payload.getEventId()),
        event.getUser(),
        TypedText.command(event.getText()));
  }

  private void keep(@Nullable ChatId chat, String updateId, String user, String words) {
    if (chat == null || updateId.isBlank()) {
      LOG.warn("Slack sent something without a channel or an id; it cannot be answered");
      return;
    }
    String shortened = words.substring(0, Math.min(words.length(), LONGEST));
    inbox.receive(new Inbound(chat, updateId, user, shortened, languages.of(user, shortened)));
  }

  private static @Nullable ChatId place(
      EventsApiPayload<?> payload, @Nullable String channel, @Nullable String thread) {
    return place(payload.getEnterpriseId(), payload.getTeamId(), channel, thread);
  }

  /// @return null if there is no channel
  private static @Nullable ChatId place(
      @Nullable String enterprise,
      @Nullable String team,
      @Nullable String channel,
      @Nullable String thread) {
    String workspace = text(enterprise).isEmpty() ? text(team) : enterprise + "/" + text(team);
    return text(channel).isBlank()
        ? null
        : new ChatId(Platform.SLACK, workspace, text(channel), text(thread));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
