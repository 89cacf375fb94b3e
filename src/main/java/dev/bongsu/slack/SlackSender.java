package dev.bongsu.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.ReplyMode;
import dev.bongsu.chat.SendCertainty;
import dev.bongsu.chat.SendResult;
import dev.bongsu.http.NetworkErrors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Posts to Slack.
public final class SlackSender implements ChatSender {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final String RETRY_AFTER = "Retry-After";

  private final SlackClient client;
  private final SlackInteractiveReplies interactiveReplies;

  public SlackSender(SlackClient client) {
    this.client = client;
    this.interactiveReplies = new SlackInteractiveReplies(client);
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public String account() {
    return "slack " + client.settings().botToken().fingerprint();
  }

  @Override
  public boolean isReachable() {
    try {
      AuthTestResponse answer = client.methods().authTest(request -> request);
      return answer.isOk() || SlackError.provesAvailable(answer.getError());
    } catch (SlackApiException e) {
      return e.getResponse().code() == TOO_MANY_REQUESTS
          || (e.getError() != null && SlackError.provesAvailable(e.getError().getError()));
    } catch (IOException | RuntimeException _) {
      return false;
    }
  }

  @Override
  public List<Supplier<SendResult>> prepare(ChatId chat, Message message, boolean plain) {
    List<Supplier<SendResult>> posts =
        SlackText.of(message).stream()
            .map(part -> plain ? part.plain() : part)
            .<Supplier<SendResult>>map(part -> () -> post(chat, part))
            .toList();
    return message instanceof Message.Text text && !text.mode().isNewMessage()
        ? withInteractiveReply(chat, text, posts)
        : posts;
  }

  /// Makes the first send as the mode says, or as a new message if Slack rejects that.
  private List<Supplier<SendResult>> withInteractiveReply(
      ChatId chat, Message.Text text, List<Supplier<SendResult>> posts) {
    List<Supplier<SendResult>> sends = new ArrayList<>(posts);
    Supplier<SendResult> first = posts.getFirst();
    sends.set(
        0,
        () ->
            interactiveReplies
                .tryReply(chat, text)
                .<SendResult>map(SendResult.Sent::new)
                .orElseGet(first));
    // The bot's page shows all parts at once.
    return text.mode().kind() == ReplyMode.Kind.HOME ? List.of(sends.getFirst()) : sends;
  }

  private SendResult post(ChatId chat, SlackMessage message) {
    try {
      ChatPostMessageResponse answer = client.methods().chatPostMessage(message.toRequest(chat));
      return answer.isOk()
          ? new SendResult.Sent(Optional.ofNullable(answer.getTs()).orElse(""))
          : SlackError.of(answer.getError(), retryAfter(answer.getHttpResponseHeaders()));
    } catch (SlackApiException e) {
      return fromStatus(e);
    } catch (IOException e) {
      String reason = "no answer: " + NetworkErrors.describe(e);
      return SendCertainty.mayHaveReachedServer(e)
          ? new SendResult.MaybeSent(reason, false)
          : new SendResult.Unreachable(reason);
    } catch (RuntimeException e) {
      // The library throws various exceptions for a body that is empty or not JSON.
      String reason = "an unreadable answer";
      return new SendResult.MaybeSent(reason, true);
    }
  }

  /// Slack's error code takes precedence over the HTTP status.
  private static SendResult fromStatus(SlackApiException e) {
    int status = e.getResponse().code();
    String retryAfter = Optional.ofNullable(e.getResponse().header(RETRY_AFTER)).orElse("");
    if (status == TOO_MANY_REQUESTS) {
      return SlackError.rateLimited("too many", retryAfter);
    }
    Optional<String> word =
        Optional.ofNullable(e.getError()).flatMap(said -> SlackError.errorCode(said.getError()));
    if (word.isPresent()) {
      return SlackError.of(word.get(), retryAfter);
    }
    String reason = "status " + status;
    return status >= SERVER_ERROR
        ? new SendResult.MaybeSent(reason, true)
        : new SendResult.TemporaryFailure(reason);
  }

  private static String retryAfter(@Nullable Map<String, List<String>> headers) {
    return headers == null
        ? ""
        : headers.entrySet().stream()
            .filter(header -> RETRY_AFTER.equalsIgnoreCase(header.getKey()))
            .flatMap(header -> header.getValue().stream())
            .findFirst()
            .orElse("");
  }
}
