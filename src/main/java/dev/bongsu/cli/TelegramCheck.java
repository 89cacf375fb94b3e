package dev.bongsu.cli;

import dev.bongsu.telegram.ApiResult;
import dev.bongsu.telegram.FailureKind;
import dev.bongsu.telegram.TelegramApi;
import dev.bongsu.telegram.TelegramSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The bot's account on Telegram, and whether another program fetches its updates.
///
/// @param api called only if there is a token
/// @param running whether a running Bongsu fetches updates now; the check then leaves them alone
record TelegramCheck(
    Supplier<TelegramSettings> settings, Supplier<TelegramApi> api, BooleanSupplier running)
    implements DoctorCheck {
  private static final String UPDATES = "telegram updates";
  private static final String DELETE_WEBHOOK =
      "if it is not needed, open https://api.telegram.org/bot<token>/deleteWebhook in a browser";

  @Override
  public String name() {
    return "telegram";
  }

  @Override
  public List<Finding> findings() {
    TelegramSettings telegram = settings.get();
    if (telegram.token() == null) {
      return List.of(Finding.passed(name(), "no token, so the bot is not on Telegram"));
    }
    try (TelegramApi opened = api.get()) {
      return switch (opened.getMe()) {
        case ApiResult.Ok(JsonNode me) when me.path("id").isIntegralNumber() ->
            botFindings(opened, me);
        case ApiResult.Ok _ ->
            List.of(unreachable(telegram, "an answer that is not the Bot API's"));
        case ApiResult.Failed failed -> List.of(failureFinding(telegram, failed));
      };
    }
  }

  private List<Finding> botFindings(TelegramApi opened, JsonNode me) {
    List<Finding> findings = new ArrayList<>();
    boolean joins = me.path("can_join_groups").asBoolean(true);
    boolean readsAll = me.path("can_read_all_group_messages").asBoolean(false);
    findings.add(
        Finding.passed(
            name(),
            "@%s; %s"
                .formatted(
                    me.path("username").asString(""),
                    readsAll
                        ? "in groups it reads all messages (privacy mode is off)"
                        : "in groups it sees only what is addressed to it (privacy mode is on)")));
    if (!joins) {
      findings.add(
          Finding.failed(
              "telegram groups",
              "nobody can add the bot to a group",
              "to allow groups, send @BotFather /setjoingroups and choose Enable"));
    }
    findings.add(updatesFinding(opened));
    return findings;
  }

  private Finding failureFinding(TelegramSettings telegram, ApiResult.Failed failed) {
    return failed.kind() == FailureKind.TOKEN_REFUSED
        ? Finding.failed(
            name(),
            "Telegram refuses the token (%s)".formatted(failed.reason()),
            "ask @BotFather (/mybots, your bot, API Token) and set TELEGRAM_BOT_TOKEN to its"
                + " answer")
        : unreachable(telegram, failed.reason());
  }

  private Finding unreachable(TelegramSettings telegram, String reason) {
    return Finding.unreachable(
        name(), telegram.apiUrl(), reason, "the token and bongsu.telegram.api-url");
  }

  private Finding updatesFinding(TelegramApi opened) {
    return switch (opened.getWebhookInfo()) {
      case ApiResult.Ok(JsonNode info) when !info.path("url").asString("").isBlank() ->
          Finding.failed(
              UPDATES,
              "the bot has a webhook, so updates go there and not to this program",
              DELETE_WEBHOOK);
      case ApiResult.Ok _ when running.getAsBoolean() ->
          Finding.passed(UPDATES, "no webhook; the running bot fetches them");
      case ApiResult.Ok _ -> otherPollersFinding(opened);
      case ApiResult.Failed failed -> updatesFailed(failed);
    };
  }

  private static Finding otherPollersFinding(TelegramApi opened) {
    return switch (opened.peekUpdates()) {
      case ApiResult.Ok _ -> Finding.passed(UPDATES, "no webhook, and nobody else fetches them");
      case ApiResult.Failed failed when failed.kind() == FailureKind.CONFLICT ->
          failed.reason().contains("webhook")
              ? Finding.failed(UPDATES, failed.reason(), DELETE_WEBHOOK)
              : Finding.failed(
                  UPDATES,
                  "another program fetches this bot's updates (%s)".formatted(failed.reason()),
                  "stop it, or make a second bot and give each its own token");
      case ApiResult.Failed failed -> updatesFailed(failed);
    };
  }

  private static Finding updatesFailed(ApiResult.Failed failed) {
    return Finding.failed(UPDATES, failed.reason(), "try again in a minute");
  }
}
