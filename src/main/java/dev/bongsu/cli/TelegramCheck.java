package dev.bongsu.cli;

import dev.bongsu.telegram.Answer;
import dev.bongsu.telegram.Failure;
import dev.bongsu.telegram.TelegramApi;
import dev.bongsu.telegram.TelegramSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Who we are on Telegram, and whether anybody else takes our updates.
///
/// @param api called only if there is a token
/// @param running whether a bot of ours fetches updates now, and would be disturbed by a look at
///   them
public record TelegramCheck(
    Supplier<TelegramSettings> settings, Supplier<TelegramApi> api, BooleanSupplier running)
    implements Check {
  private static final String UPDATES = "telegram updates";
  private static final String DELETE_WEBHOOK =
      "if nobody needs it, open https://api.telegram.org/bot<token>/deleteWebhook in a browser";

  @Override
  public String name() {
    return "telegram";
  }

  @Override
  public List<Finding> findings() {
    TelegramSettings telegram = settings.get();
    if (telegram.token() == null) {
      return List.of(Finding.good(name(), "no token, so the bot is not on Telegram"));
    }
    try (TelegramApi opened = api.get()) {
      return switch (opened.getMe()) {
        case Answer.Ok(JsonNode me) when me.path("id").isIntegralNumber() -> known(opened, me);
        case Answer.Ok _ -> List.of(strange(telegram, "an answer that is not the Bot API's"));
        case Answer.Failed failed -> List.of(unknown(telegram, failed));
      };
    }
  }

  private List<Finding> known(TelegramApi opened, JsonNode me) {
    List<Finding> findings = new ArrayList<>();
    boolean joins = me.path("can_join_groups").asBoolean(true);
    boolean readsAll = me.path("can_read_all_group_messages").asBoolean(false);
    findings.add(
        Finding.good(
            name(),
            "@%s; %s"
                .formatted(
                    me.path("username").asString(""),
                    readsAll
                        ? "it reads along in groups (privacy mode is off)"
                        : "in groups it sees only what is addressed to it (privacy mode is on)")));
    if (!joins) {
      findings.add(
          Finding.bad(
              "telegram groups",
              "nobody can add the bot to a group",
              "if groups shall have it, send @BotFather /setjoingroups and choose Enable"));
    }
    findings.add(updates(opened));
    return findings;
  }

  private Finding unknown(TelegramSettings telegram, Answer.Failed failed) {
    return failed.kind() == Failure.TOKEN
        ? Finding.bad(
            name(),
            "Telegram refuses the token (%s)".formatted(failed.reason()),
            "ask @BotFather (/mybots, your bot, API Token) and set TELEGRAM_BOT_TOKEN to what it"
                + " says")
        : strange(telegram, failed.reason());
  }

  private Finding strange(TelegramSettings telegram, String reason) {
    return Finding.bad(
        name(),
        "Telegram cannot be asked at %s: %s".formatted(telegram.apiUrl(), reason),
        "check the network and any proxy, the token, and bongsu.telegram.api-url");
  }

  private Finding updates(TelegramApi opened) {
    return switch (opened.getWebhookInfo()) {
      case Answer.Ok(JsonNode info) when !info.path("url").asString("").isBlank() ->
          Finding.bad(
              UPDATES,
              "the bot has a webhook, so what people write goes there and not here",
              DELETE_WEBHOOK);
      case Answer.Ok _ when running.getAsBoolean() ->
          Finding.good(UPDATES, "no webhook; the running bot fetches them");
      case Answer.Ok _ -> others(opened);
      case Answer.Failed failed -> unread(failed);
    };
  }

  private static Finding others(TelegramApi opened) {
    return switch (opened.peek()) {
      case Answer.Ok _ -> Finding.good(UPDATES, "no webhook, and nobody else fetches them");
      case Answer.Failed failed when failed.kind() == Failure.CONFLICT ->
          failed.reason().contains("webhook")
              ? Finding.bad(UPDATES, failed.reason(), DELETE_WEBHOOK)
              : Finding.bad(
                  UPDATES,
                  "another program fetches this bot's updates (%s)".formatted(failed.reason()),
                  "stop it, or make a second bot and give each its own token");
      case Answer.Failed failed -> unread(failed);
    };
  }

  private static Finding unread(Answer.Failed failed) {
    return Finding.bad(UPDATES, failed.reason(), "try again in a minute");
  }
}
