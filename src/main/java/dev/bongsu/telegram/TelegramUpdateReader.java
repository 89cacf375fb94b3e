package dev.bongsu.telegram;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads the messages and button presses for the bot from updates.
///
/// Updates are read as JSON trees, so that new kinds or fields of Telegram do no harm.
final class TelegramUpdateReader {
  /// The requested kinds of updates. Edited messages are left out: a command counts as first
  /// written.
  static final List<String> UPDATE_TYPES = List.of("message", "channel_post", "callback_query");

  private static final String CALLBACK_QUERY = "callback_query";
  private static final int MAX_RAW_LENGTH = 20_000;
  private static final Pattern INVALID_CHARACTERS = Pattern.compile("\\x00|\\p{Cs}");

  private final BotIdentity bot;

  TelegramUpdateReader(BotIdentity bot) {
    this.bot = bot;
  }

  /// The message to the bot in an update; empty if there is none.
  ///
  /// @throws IllegalArgumentException if a message lacks a mandatory field
  Optional<Inbound> read(JsonNode update) {
    if (update.path(CALLBACK_QUERY).isObject()) {
      return readButton(update.path("update_id").asLong(0), update.path(CALLBACK_QUERY));
    }
    return UPDATE_TYPES.stream()
        .map(update::path)
        .filter(JsonNode::isObject)
        .findFirst()
        .filter(message -> !isForwardedOrFromBot(message))
        .flatMap(message -> read(update.path("update_id").asLong(0), message));
  }

  private Optional<Inbound> read(long updateId, JsonNode message) {
    String text =
        INVALID_CHARACTERS.matcher(message.path("text").asString("")).replaceAll("\uFFFD");
    if (text.isBlank()) {
      return Optional.empty();
    }
    boolean isPrivate = "private".equals(message.path("chat").path("type").asString(""));
    Optional<String> said =
        isPrivate ? Optional.of(text) : GroupMessageFilter.textForBot(text, bot);
    return said.map(
        words ->
            new Inbound(
                chatId(message),
                inboxId(updateId),
                sender(message),
                words,
                language(message),
                source(message)));
  }

  /// A press of one of the bot's buttons. Its chat comes from Telegram and can be trusted, its data
  /// from the client and cannot.
  private Optional<Inbound> readButton(long updateId, JsonNode press) {
    JsonNode message = press.path("message");
    String data = INVALID_CHARACTERS.matcher(press.path("data").asString("")).replaceAll("\uFFFD");
    if (!message.isObject() || data.isEmpty()) {
      return Optional.empty();
    }
    String code = press.path("from").path("language_code").asString("");
    Inbound.Source source =
        Inbound.Source.callback(
            numberOf(message, "message_id"), press.path("id").asString(""));
    return Optional.of(
        new Inbound(
            chatId(message),
            inboxId(updateId),
            press.path("from").path("id").asString(""),
            data,
            code.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(code),
            source));
  }

  private Inbound.Source source(JsonNode message) {
    JsonNode original = message.path("reply_to_message");
    boolean ours = original.path("from").path("id").asLong(0) == bot.id();
    boolean postOfOurs = original.path("chat").path("type").asString("").equals("channel");
    return ours || postOfOurs
        ? Inbound.Source.replyTo(numberOf(original, "message_id"))
        : Inbound.Source.TYPED;
  }

  /// An update that cannot be read: its id and its JSON.
  Inbound unreadable(JsonNode update) {
    String raw = update.toString();
    return new Inbound(
        new ChatId(Platform.TELEGRAM, "", "unknown", ""),
        inboxId(update.path("update_id").asLong(0)),
        "",
        INVALID_CHARACTERS
            .matcher(raw.substring(0, Math.min(raw.length(), MAX_RAW_LENGTH)))
            .replaceAll("\uFFFD"),
        Locale.ROOT);
  }

  /// Includes the bot's id, because a database may outlive a bot and another bot counts its own
  /// updates.
  private String inboxId(long updateId) {
    return bot.id() + ":" + updateId;
  }

  /// Forwarded (also by a channel into its group) or from another bot, so not a command of the
  /// sender.
  private static boolean isForwardedOrFromBot(JsonNode message) {
    boolean bot =
        message.path("from").path("is_bot").asBoolean(false) && !message.has("sender_chat");
    return bot
        || message.has("forward_origin")
        || message.has("forward_date")
        || message.path("is_automatic_forward").asBoolean(false);
  }

  /// A reply in an ordinary group has a thread too, but it is not a forum topic.
  private static ChatId chatId(JsonNode message) {
    JsonNode id = message.path("chat").path("id");
    if (!id.isIntegralNumber()) {
      throw new IllegalArgumentException("a message without a chat");
    }
    boolean topic = message.path("is_topic_message").asBoolean(false);
    return new ChatId(Platform.TELEGRAM, "", id.asString(""), topic ? topicId(message) : "");
  }

  /// The topic of a message; blank if it names none.
  static String topicId(JsonNode message) {
    return numberOf(message, "message_thread_id");
  }

  private static String numberOf(JsonNode message, String field) {
    JsonNode number = message.path(field);
    return number.isIntegralNumber() && number.canConvertToInt()
        ? String.valueOf(number.intValue()) : "";
  }

  /// The person; the chat itself for an anonymous administrator or a channel's post; blank if
  /// neither is named (r021). A private chat has the id of its person.
  private static String sender(JsonNode message) {
    if ("private".equals(message.path("chat").path("type").asString(""))) {
      return message.path("chat").path("id").asString("");
    }
    boolean post = "channel".equals(message.path("chat").path("type").asString(""));
    JsonNode sender = message.path(message.has("sender_chat") ? "sender_chat" : "from");
    return (post ? message.path("chat") : sender).path("id").asString("");
  }

  private static Locale language(JsonNode message) {
    String code = message.path("from").path("language_code").asString("");
    Locale chosen = Locale.forLanguageTag(code);
    return chosen.getLanguage().isEmpty() || message.has("sender_chat")
        ? Inbound.guessLanguage(message.path("text").asString(""))
        : chosen;
  }
}
