package dev.bongsu.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import dev.bongsu.inbox.InboxStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what people say to the bot in Slack: the slash command, mentions and direct messages.
/// Nothing else is done with it before Slack has its receipt.
public final class SlackInbox {
  private static final Logger LOG = LoggerFactory.getLogger(SlackInbox.class);
  private static final int LONGEST = 10_000;
  private static final Inbound.Way HOME = new Inbound.Way(Inbound.Kind.HOME, "", "");

  /// How the id of a chat with one person begins.
  private static final String DIRECT = "D";

  private final InboxStore inbox;
  private final InTime inTime;
  private final UserLanguages languages;
  private final SlackForms forms;

  public SlackInbox(InboxStore inbox, SlackClient client, SlackForms forms, InstantSource clock) {
    this.inbox = inbox;
    this.forms = forms;
    this.inTime = new InTime(inbox);
    this.languages = new UserLanguages(client, clock);
  }

  /// `/bongsu list` is `/list`; it cannot be said in a thread.
  ///
  /// @throws InboxStore.TooLate if it cannot be kept in time, as in the other methods: then there
  ///   must be no receipt
  void command(SlashCommandPayload command) {
    keep(text(command.getTriggerId()), command.getText(), () -> read(command), InTime.ONCE);
  }

  private Optional<Inbound> read(SlashCommandPayload command) {
    return inbound(
        place(command.getEnterpriseId(), command.getTeamId(), command.getChannelId(), null),
        text(command.getTriggerId()),
        text(command.getUserId()),
        TypedText.command(text(command.getText())),
        text(command.getChannelId()).startsWith(DIRECT) ? Inbound.Way.TYPED : Inbound.Way.ASIDE);
  }

  /// A button of ours; those that open an address say nothing.
  void press(BlockActionPayload press) {
    List<BlockActionPayload.Action> actions = press.getActions();
    if (actions != null && !actions.isEmpty() && !text(actions.getFirst().getValue()).isEmpty()) {
      BlockActionPayload.Action action = actions.getFirst();
      String updateId = text(press.getTriggerId()) + "/" + text(action.getActionTs());
      keep(
          updateId,
          action.getValue(),
          () -> unlessForm(press, read(press, action, updateId)),
          InTime.ONCE);
    }
  }

  private Optional<Inbound> read(
      BlockActionPayload press, BlockActionPayload.Action action, String updateId) {
    String user = text(press.getUser().getId());
    return press.getView() == null
        ? inbound(place(press), updateId, user, action.getValue(), way(press))
        : inbound(home(press), updateId, user, action.getValue(), HOME);
  }

  /// A press that opens a form says nothing; one that opens none is answered in words.
  private Optional<Inbound> unlessForm(BlockActionPayload press, Optional<Inbound> said) {
    return said.filter(
        inbound ->
            !SlackForms.isAsked(inbound.text())
                || !forms.open(inbound, text(press.getTriggerId())));
  }

  /// A form was sent off.
  ///
  /// @return what is wrong with what was filled in, to be said beside it; then nothing is kept
  Optional<String> form(ViewSubmissionPayload payload) {
    String updateId = text(payload.getView().getId()) + "/" + text(payload.getView().getHash());
    AtomicReference<Optional<String>> problem = new AtomicReference<>(Optional.empty());
    keep(
        updateId,
        payload.getView().getId(),
        () -> {
          Optional<Inbound> said = readForm(payload, updateId);
          problem.set(said.flatMap(forms::problem));
          return said.filter(_ -> problem.get().isEmpty());
        },
        InTime.ONCE);
    return problem.get();
  }

  private Optional<Inbound> readForm(ViewSubmissionPayload payload, String updateId) {
    String enterprise = payload.getEnterprise() == null ? null : payload.getEnterprise().getId();
    String team = payload.getTeam() == null ? null : payload.getTeam().getId();
    String user = text(payload.getUser().getId());
    return SlackForms.filled(payload)
        .flatMap(
            filled ->
                inbound(
                    place(enterprise, team, filled.channel(), filled.thread()),
                    updateId,
                    user,
                    filled.words()));
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
      String updateId = text(payload.getEventId());
      ChatId chat = place(payload, event.getChannel(), null);
      keep(updateId, event, () -> inbound(chat, updateId, text(event.getUser()), "", HOME));
    }
  }

  /// `@Bongsu list` is `/list`; answered in the thread it was said in, if in any.
  void mention(EventsApiPayload<AppMentionEvent> payload) {
    keep(text(payload.getEventId()), payload.getEvent(), () -> readMention(payload));
  }

  private Optional<Inbound> readMention(EventsApiPayload<AppMentionEvent> payload) {
    AppMentionEvent event = payload.getEvent();
    boolean isEdit = event.getEdited() != null || event.getSubtype() != null;
    if (isEdit || event.getBotId() != null || event.getUser() == null) {
      return Optional.empty();
    }
    String words = TypedText.withoutMention(text(event.getText()));
    return inbound(
        place(payload, event.getChannel(), event.getThreadTs()),
        text(payload.getEventId()),
        event.getUser(),
        TypedText.command(words));
  }

  /// In a direct message every word is for the bot; its own come back and are passed over.
  void directMessage(EventsApiPayload<MessageEvent> payload) {
    keep(text(payload.getEventId()), payload.getEvent(), () -> readDirectMessage(payload));
  }

  private Optional<Inbound> readDirectMessage(EventsApiPayload<MessageEvent> payload) {
    MessageEvent event = payload.getEvent();
    boolean isDirect = "im".equals(event.getChannelType());
    boolean isPerson = event.getBotId() == null && event.getUser() != null;
    if (!isDirect || !isPerson || event.getEdited() != null || text(event.getText()).isBlank()) {
      return Optional.empty();
    }
    return inbound(
        place(payload, event.getChannel(), event.getThreadTs()),
        text(payload.getEventId()),
        event.getUser(),
        TypedText.command(event.getText()));
  }

  private Optional<Inbound> inbound(
      @Nullable ChatId chat, String updateId, String user, String words) {
    return inbound(chat, updateId, user, words, Inbound.Way.TYPED);
  }

  private Optional<Inbound> inbound(
      @Nullable ChatId chat, String updateId, String user, String words, Inbound.Way way) {
    if (chat == null || updateId.isBlank()) {
      LOG.warn("Slack sent something without a channel or an id; it cannot be answered");
      return Optional.empty();
    }
    String shortened = words.substring(0, Math.min(words.length(), LONGEST));
    Locale language = languages.of(user, shortened);
    return Optional.of(new Inbound(chat, updateId, user, shortened, language, way));
  }

  private void keep(String updateId, @Nullable Object raw, Supplier<Optional<Inbound>> reading) {
    keep(updateId, raw, reading, InTime.RECEIPT);
  }

  private void keep(
      String updateId,
      @Nullable Object raw,
      Supplier<Optional<Inbound>> reading,
      Duration patience) {
    long begun = System.nanoTime();
    Optional<Inbound> inbound = read(updateId, String.valueOf(raw), reading);
    if (inbound.isPresent()) {
      inTime.keep(inbound.get(), patience.minusNanos(System.nanoTime() - begun));
    }
  }

  /// What breaks while it is read breaks each time: kept as failed it is acknowledged, and visible.
  private Optional<Inbound> read(String updateId, String raw, Supplier<Optional<Inbound>> reading) {
    try {
      return reading.get();
    } catch (Throwable e) {
      ChatId nowhere = new ChatId(Platform.SLACK, "", "unknown", "");
      String shortened = raw.substring(0, Math.min(raw.length(), LONGEST));
      inbox.receiveUnreadable(
          new Inbound(nowhere, updateId, "", shortened, Locale.ROOT), e.getClass().getName());
      return Optional.empty();
    }
  }

  static @Nullable ChatId place(
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
