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

/// Stores messages to the bot from Slack: the slash command, mentions, direct messages, button
/// presses and forms. Nothing else is done before Slack gets its acknowledgement.
public final class SlackInbox {
  private static final Logger LOG = LoggerFactory.getLogger(SlackInbox.class);
  private static final int MAX_TEXT_LENGTH = 10_000;
  private static final Inbound.Source HOME = new Inbound.Source(Inbound.Kind.HOME, "", "");

  /// How the id of a chat with one person begins.
  private static final String DIRECT_CHANNEL_PREFIX = "D";

  private final InboxStore inbox;
  private final AckDeadline ackDeadline;
  private final UserLanguages languages;
  private final BotUser self;
  private final SlackForms forms;

  public SlackInbox(InboxStore inbox, SlackClient client, SlackForms forms, InstantSource clock) {
    this.inbox = inbox;
    this.forms = forms;
    this.ackDeadline = new AckDeadline(inbox);
    this.languages = new UserLanguages(client, clock);
    this.self = new BotUser(client, clock);
  }

  /// `/bongsu list` is `/list`; Slack allows no slash commands in threads.
  ///
  /// @throws InboxStore.TooLateException if it cannot be stored in time, as in the other methods:
  ///   then it must not be acknowledged
  void onCommand(SlashCommandPayload command) {
    store(
        orEmpty(command.getTriggerId()),
        command.getText(),
        () -> readCommand(command),
        AckDeadline.COMMAND_TIMEOUT);
  }

  private Optional<Inbound> readCommand(SlashCommandPayload command) {
    return inbound(
        chatId(command.getEnterpriseId(), command.getTeamId(), command.getChannelId(), null),
        orEmpty(command.getTriggerId()),
        orEmpty(command.getUserId()),
        SlackInputText.toCommand(orEmpty(command.getText())),
        orEmpty(command.getChannelId()).startsWith(DIRECT_CHANNEL_PREFIX)
            ? Inbound.Source.TYPED
            : Inbound.Source.EPHEMERAL);
  }

  /// A press of one of the bot's buttons; those that open a link are ignored.
  void onButton(BlockActionPayload press) {
    List<BlockActionPayload.Action> actions = press.getActions();
    if (actions != null
        && !actions.isEmpty()
        && !orEmpty(actions.getFirst().getValue()).isEmpty()) {
      BlockActionPayload.Action action = actions.getFirst();
      String updateId = orEmpty(press.getTriggerId()) + "/" + orEmpty(action.getActionTs());
      store(
          updateId,
          action.getValue(),
          () -> readButton(press, action, updateId).filter(inbound -> !opensForm(press, inbound)),
          AckDeadline.COMMAND_TIMEOUT);
    }
  }

  private Optional<Inbound> readButton(
      BlockActionPayload press, BlockActionPayload.Action action, String updateId) {
    String user = orEmpty(press.getUser().getId());
    return press.getView() == null
        ? inbound(chatId(press), updateId, user, action.getValue(), source(press))
        : inbound(homeChat(press), updateId, user, action.getValue(), HOME);
  }

  /// Opens the form of a press; if it does not open, the press is answered by text.
  private boolean opensForm(BlockActionPayload press, Inbound inbound) {
    return SlackForms.isFormButton(inbound.text())
        && forms.open(inbound, orEmpty(press.getTriggerId()));
  }

  /// A form was submitted.
  ///
  /// @return the error to show beside the input; then nothing is stored
  Optional<String> onFormSubmission(ViewSubmissionPayload payload) {
    String updateId =
        orEmpty(payload.getView().getId()) + "/" + orEmpty(payload.getView().getHash());
    AtomicReference<Optional<String>> problem = new AtomicReference<>(Optional.empty());
    store(
        updateId,
        payload.getView().getId(),
        () -> {
          Optional<Inbound> inbound = readForm(payload, updateId);
          problem.set(inbound.flatMap(forms::problem));
          return inbound.filter(_ -> problem.get().isEmpty());
        },
        AckDeadline.COMMAND_TIMEOUT);
    return problem.get();
  }

  private Optional<Inbound> readForm(ViewSubmissionPayload payload, String updateId) {
    String enterprise = payload.getEnterprise() == null ? null : payload.getEnterprise().getId();
    String team = payload.getTeam() == null ? null : payload.getTeam().getId();
    String user = orEmpty(payload.getUser().getId());
    return SlackForms.readSubmission(payload)
        .flatMap(
            filled ->
                inbound(
                    chatId(enterprise, team, filled.channel(), filled.thread()),
                    updateId,
                    user,
                    filled.command()));
  }

  private static Inbound.Source source(BlockActionPayload press) {
    BlockActionPayload.Container container = press.getContainer();
    String message = container == null ? "" : orEmpty(container.getMessageTs());
    boolean ephemeral = container != null && Boolean.TRUE.equals(container.isEphemeral());
    return Inbound.Source.callback(message, ephemeral ? orEmpty(press.getResponseUrl()) : "");
  }

  private static @Nullable ChatId chatId(BlockActionPayload press) {
    String thread = press.getMessage() == null ? null : press.getMessage().getThreadTs();
    String channel = press.getChannel() == null ? null : press.getChannel().getId();
    return chatId(enterprise(press), team(press), channel, thread);
  }

  /// The page belongs to the person's direct message, whose id is in its metadata.
  private static @Nullable ChatId homeChat(BlockActionPayload press) {
    return chatId(enterprise(press), team(press), press.getView().getPrivateMetadata(), null);
  }

  private static @Nullable String enterprise(BlockActionPayload press) {
    return press.getEnterprise() == null ? null : press.getEnterprise().getId();
  }

  private static @Nullable String team(BlockActionPayload press) {
    return press.getTeam() == null ? null : press.getTeam().getId();
  }

  /// The person opened the bot's page (App Home).
  void onHomeOpened(EventsApiPayload<AppHomeOpenedEvent> payload) {
    AppHomeOpenedEvent event = payload.getEvent();
    if ("home".equals(event.getTab())) {
      String updateId = orEmpty(payload.getEventId());
      ChatId chat = chatId(payload, event.getChannel(), null);
      store(updateId, event, () -> inbound(chat, updateId, orEmpty(event.getUser()), "", HOME));
    }
  }

  /// `@Bongsu list` is `/list`; answered in its thread, if any.
  void onMention(EventsApiPayload<AppMentionEvent> payload) {
    store(orEmpty(payload.getEventId()), payload.getEvent(), () -> readMention(payload));
  }

  private Optional<Inbound> readMention(EventsApiPayload<AppMentionEvent> payload) {
    AppMentionEvent event = payload.getEvent();
    boolean isEdit = event.getEdited() != null || event.getSubtype() != null;
    if (isEdit || !isPerson(event.getBotId(), event.getUser())) {
      return Optional.empty();
    }
    String words = SlackInputText.withoutMention(orEmpty(event.getText()));
    return inbound(
        chatId(payload, event.getChannel(), event.getThreadTs()),
        orEmpty(payload.getEventId()),
        event.getUser(),
        SlackInputText.toCommand(words));
  }

  /// Every direct message is for the bot; its own come back and are ignored.
  void onDirectMessage(EventsApiPayload<MessageEvent> payload) {
    store(orEmpty(payload.getEventId()), payload.getEvent(), () -> readDirectMessage(payload));
  }

  private Optional<Inbound> readDirectMessage(EventsApiPayload<MessageEvent> payload) {
    MessageEvent event = payload.getEvent();
    boolean isDirect = "im".equals(event.getChannelType());
    boolean isPerson = isDirect && isPerson(event.getBotId(), event.getUser());
    if (!isPerson || event.getEdited() != null || orEmpty(event.getText()).isBlank()) {
      return Optional.empty();
    }
    return inbound(
        chatId(payload, event.getChannel(), event.getThreadTs()),
        orEmpty(payload.getEventId()),
        event.getUser(),
        SlackInputText.toCommand(event.getText()));
  }

  private boolean isPerson(@Nullable String bot, @Nullable String user) {
    return bot == null && user != null && !self.is(user);
  }

  private Optional<Inbound> inbound(
      @Nullable ChatId chat, String updateId, String user, String words) {
    return inbound(chat, updateId, user, words, Inbound.Source.TYPED);
  }

  private Optional<Inbound> inbound(
      @Nullable ChatId chat, String updateId, String user, String words, Inbound.Source source) {
    if (chat == null || updateId.isBlank()) {
      LOG.warn("Slack request without channel or id ignored");
      return Optional.empty();
    }
    String shortened = words.substring(0, Math.min(words.length(), MAX_TEXT_LENGTH));
    Locale language = languages.of(user, shortened);
    return Optional.of(new Inbound(chat, updateId, user, shortened, language, source));
  }

  private void store(String updateId, @Nullable Object raw, Supplier<Optional<Inbound>> reading) {
    store(updateId, raw, reading, AckDeadline.EVENT_TIMEOUT);
  }

  private void store(
      String updateId,
      @Nullable Object raw,
      Supplier<Optional<Inbound>> reading,
      Duration timeout) {
    long start = System.nanoTime();
    Optional<Inbound> inbound = readOrStoreAsFailed(updateId, String.valueOf(raw), reading);
    if (inbound.isPresent()) {
      ackDeadline.store(inbound.get(), timeout.minusNanos(System.nanoTime() - start));
    }
  }

  /// A request that cannot be read would fail each time, so it is stored as failed and
  /// acknowledged.
  private Optional<Inbound> readOrStoreAsFailed(
      String updateId, String raw, Supplier<Optional<Inbound>> reading) {
    try {
      return reading.get();
    } catch (Throwable e) {
      ChatId nowhere = new ChatId(Platform.SLACK, "", "unknown", "");
      String shortened = raw.substring(0, Math.min(raw.length(), MAX_TEXT_LENGTH));
      inbox.receiveUnreadable(
          new Inbound(nowhere, updateId, "", shortened, Locale.ROOT), e.getClass().getName());
      return Optional.empty();
    }
  }

  static @Nullable ChatId chatId(
      EventsApiPayload<?> payload, @Nullable String channel, @Nullable String thread) {
    return chatId(payload.getEnterpriseId(), payload.getTeamId(), channel, thread);
  }

  /// @return null if there is no channel
  private static @Nullable ChatId chatId(
      @Nullable String enterprise,
      @Nullable String team,
      @Nullable String channel,
      @Nullable String thread) {
    String workspace =
        orEmpty(enterprise).isEmpty() ? orEmpty(team) : enterprise + "/" + orEmpty(team);
    return orEmpty(channel).isBlank()
        ? null
        : new ChatId(Platform.SLACK, workspace, orEmpty(channel), orEmpty(thread));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
