package dev.bongsu.telegram;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads updates: which of them say something to the bot, and what.
///
/// They are read as trees, so that a kind or a field that Telegram adds tomorrow harms nothing.
final class TelegramUpdateReader {
  /// The kinds that are asked for. Edited messages are not: a command counts as it was first
  /// written.
  static final List<String> UPDATE_TYPES = List.of("message", "channel_post", "callback_query");

  private static final String CALLBACK_QUERY = "callback_query";
  private static final int MAX_RAW_LENGTH = 20_000;
  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
  private static final Pattern INVALID_CHARACTERS = Pattern.compile("\\x00|\\p{Cs}");

  private final BotIdentity bot;

  TelegramUpdateReader(BotIdentity bot) {
    this.bot = bot;
  }

  /// What an update says to the bot; empty if it says nothing to it.
  ///
  /// @throws IllegalArgumentException if a message lacks what every message has
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
                way(message)));
  }

  /// A button of ours; what its message says of the chat is Telegram's word, what it brings is its
  /// client's.
  private Optional<Inbound> readButton(long updateId, JsonNode press) {
    JsonNode message = press.path("message");
    String data = INVALID_CHARACTERS.matcher(press.path("data").asString("")).replaceAll("\uFFFD");
    if (!message.isObject() || data.isEmpty()) {
      return Optional.empty();
    }
    String code = press.path("from").path("language_code").asString("");
    Inbound.Source way =
        Inbound.Source.callback(
            message.path("message_id").asString(""), press.path("id").asString(""));
    return Optional.of(
        new Inbound(
            chatId(message),
            inboxId(updateId),
            press.path("from").path("id").asString(""),
            data,
            code.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(code),
            way));
  }

  private Inbound.Source way(JsonNode message) {
    JsonNode original = message.path("reply_to_message");
    boolean ours = original.path("from").path("id").asLong(0) == bot.id();
    boolean postOfOurs = original.path("chat").path("type").asString("").equals("channel");
    return ours || postOfOurs
        ? Inbound.Source.replyTo(original.path("message_id").asString(""))
        : Inbound.Source.TYPED;
  }

  /// What can be said of an update that cannot be read: its number, and itself.
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

  /// A database may outlive a bot; another bot counts its updates anew.
  private String inboxId(long updateId) {
    return bot.id() + ":" + updateId;
  }

  /// Forwarded (also by a channel into its group), or from another bot: no command of whoever sent
  /// it.
  private static boolean isForwardedOrFromBot(JsonNode message) {
    boolean bot =
        message.path("from").path("is_bot").asBoolean(false) && !message.has("sender_chat");
    return bot
        || message.has("forward_origin")
        || message.has("forward_date")
        || message.path("is_automatic_forward").asBoolean(false);
  }

  /// A reply in an ordinary group has a thread too, but is no topic of a forum.
  private static ChatId chatId(JsonNode message) {
    JsonNode id = message.path("chat").path("id");
    if (!id.isIntegralNumber()) {
      throw new IllegalArgumentException("a message without a chat");
    }
    boolean topic = message.path("is_topic_message").asBoolean(false);
    String thread = topic ? message.path("message_thread_id").asString("") : "";
    return new ChatId(Platform.TELEGRAM, "", id.asString(""), thread);
  }

  /// The person; the chat that somebody speaks for, as an anonymous administrator does for the
  /// group, and whoever writes a channel's post for the channel; blank if nobody is named (r021). A
  /// private chat has the number of its person.
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
    Locale told = Locale.forLanguageTag(code);
    if (!told.getLanguage().isEmpty() && !message.has("sender_chat")) {
      return told;
    }
    String text = message.path("text").asString("");
    return HANGUL.matcher(text).find() ? Locale.KOREAN : Locale.ENGLISH;
  }
}
