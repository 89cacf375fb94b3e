package dev.bongsu.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import dev.bongsu.command.InboxStore;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what people say to the bot in Slack: the slash command, mentions and direct messages.
/// Nothing else is done with it before Slack has its receipt.
public final class SlackInbox {
  private static final Logger LOG = LoggerFactory.getLogger(SlackInbox.class);
  private static final int LONGEST = 10_000;
  private static final Inbound.Way HOME = new Inbound.Way(Inbound.Kind.HOME, "", "");

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
        TypedText.command(text(command.getText())),
        Inbound.Way.ASIDE);
  }

  /// A button of ours; those that open an address say nothing.
  void press(BlockActionPayload press) {
    List<BlockActionPayload.Action> actions = press.getActions();
    if (actions == null || actions.isEmpty() || text(actions.getFirst().getValue()).isEmpty()) {
      return;
    }
    BlockActionPayload.Action action = actions.getFirst();
    String user = text(press.getUser().getId());
    String updateId = text(press.getTriggerId()) + "/" + text(action.getActionTs());
    if (press.getView() != null) {
      keep(home(press), updateId, user, action.getValue(), HOME);
      return;
    }
    keep(place(press), updateId, user, action.getValue(), way(press));
  }

  private static Inbound.Way way(BlockActionPayload press) {
    BlockActionPayload.Container container = press.getContainer();
    String message = container == null ? "" : text(container.getMessageTs());
    boolean aside = container != null && Boolean.TRUE.equals(container.isEphemeral());
    return Inbound.Way.press(message, aside ? text(press.getResponseUrl()) : "");
  }

  private static @Nullable ChatId place(BlockActionPayload press) {
    String thread = press.getMessage() == null ? null : press.getMessage().getThreadTs();
    String channel = press.getChannel() == null ? null : press.getChannel().getId();
    return place(enterprise(press), team(press), channel, thread);
  }

  /// The page belongs to the person's own chat, whose id went out with it.
  private static @Nullable ChatId home(BlockActionPayload press) {
    return place(enterprise(press), team(press), press.getView().getPrivateMetadata(), null);
  }

  private static @Nullable String enterprise(BlockActionPayload press) {
    return press.getEnterprise() == null ? null : press.getEnterprise().getId();
  }

  private static @Nullable String team(BlockActionPayload press) {
    return press.getTeam() == null ? null : press.getTeam().getId();
  }

  /// The person looks at the bot's own page.
  void home(EventsApiPayload<AppHomeOpenedEvent> payload) {
    AppHomeOpenedEvent event = payload.getEvent();
    if ("home".equals(event.getTab())) {
      keep(
          place(payload, event.getChannel(), null),
          text(payload.getEventId()),
          text(event.getUser()),
          "",
          HOME);
    }
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
    keep(chat, updateId, user, words, Inbound.Way.TYPED);
  }

  private void keep(
      @Nullable ChatId chat, String updateId, String user, String words, Inbound.Way way) {
    if (chat == null || updateId.isBlank()) {
      LOG.warn("Slack sent something without a channel or an id; it cannot be answered");
      return;
    }
    String shortened = words.substring(0, Math.min(words.length(), LONGEST));
    inbox.receive(new Inbound(chat, updateId, user, shortened, languages.of(user, shortened), way));
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
