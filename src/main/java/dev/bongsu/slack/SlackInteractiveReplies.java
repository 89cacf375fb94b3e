package dev.bongsu.slack;

import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.view.View;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.ReplyMode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Replies other than a new message for everybody: visible to one person, replacing a message, or
/// on the person's page of the bot. If Slack rejects one, it is sent as a message, except notes and
/// pages, which can be lost without harm.
final class SlackInteractiveReplies {
  private static final Logger LOG = LoggerFactory.getLogger(SlackInteractiveReplies.class);
  private static final String RESPONSE_URL_HOST = "hooks.slack.com";

  private final SlackClient client;

  SlackInteractiveReplies(SlackClient client) {
    this.client = client;
  }

  /// Replies as the mode says.
  ///
  /// @return Slack's id of the message, perhaps blank; empty if the reply must be posted to all
  Optional<String> tryReply(ChatId chat, Message.Text text) {
    ReplyMode mode = text.mode();
    List<SlackMessage> messages = SlackText.of(text);
    SlackMessage first = messages.getFirst();
    return switch (mode.kind()) {
      case NOTE -> Optional.of(replyEphemerally(chat, mode, first).orElse(""));
      case HOME -> Optional.of(attempt(() -> publishHome(chat, mode, messages)).orElse(""));
      case MESSAGE -> {
        if (messages.size() == 1 && !mode.editedMessageId().isEmpty()) {
          yield attempt(() -> update(chat, mode, first));
        }
        yield messages.size() == 1 && !mode.visibleOnlyTo().isEmpty()
            ? replyEphemerally(chat, mode, first)
            : Optional.empty();
      }
    };
  }

  private Optional<String> replyEphemerally(ChatId chat, ReplyMode mode, SlackMessage message) {
    return mode.visibleOnlyTo().isEmpty()
        ? Optional.empty()
        : attempt(() -> postEphemeral(chat, mode, message));
  }

  private @Nullable String postEphemeral(ChatId chat, ReplyMode mode, SlackMessage message)
      throws IOException, SlackApiException {
    ChatPostEphemeralResponse answer =
        client
            .methods()
            .chatPostEphemeral(
                request ->
                    request
                        .channel(chat.channel())
                        .threadTs(chat.thread().isEmpty() ? null : chat.thread())
                        .user(mode.visibleOnlyTo())
                        .text(message.text())
                        .blocks(message.isPlain() ? null : message.blocks())
                        .parse("none")
                        .linkNames(false));
    return answer.isOk() ? String.valueOf(answer.getMessageTs()) : logRefusal(answer.getError());
  }

  private @Nullable String update(ChatId chat, ReplyMode mode, SlackMessage message)
      throws IOException, SlackApiException {
    if (!mode.callback().isEmpty()) {
      return postToResponseUrl(mode, message);
    }
    ChatUpdateResponse answer =
        client
            .methods()
            .chatUpdate(
                request ->
                    request
                        .channel(chat.channel())
                        .ts(mode.editedMessageId())
                        .text(message.text())
                        .blocks(message.blocks())
                        .parse("none")
                        .linkNames(false));
    return answer.isOk() ? String.valueOf(answer.getTs()) : logRefusal(answer.getError());
  }

  /// A message that only one person sees is replaced through the response URL of the press.
  private @Nullable String postToResponseUrl(ReplyMode mode, SlackMessage message)
      throws IOException {
    URI address = URI.create(mode.callback());
    boolean slacks =
        "https".equals(address.getScheme()) && RESPONSE_URL_HOST.equals(address.getHost());
    boolean ours = String.valueOf(address.getAuthority()).equals(client.authority());
    if (!slacks && !ours) {
      return logRefusal("a response URL that is not Slack's");
    }
    ActionResponse response =
        ActionResponse.builder()
            .replaceOriginal(true)
            .text(message.text())
            .blocks(message.blocks())
            .build();
    int status = new ActionResponseSender(client.slack()).send(mode.callback(), response).getCode();
    return status == 200 ? mode.editedMessageId() : logRefusal("status " + status);
  }

  private @Nullable String publishHome(ChatId chat, ReplyMode mode, List<SlackMessage> messages)
      throws IOException, SlackApiException {
    View view =
        View.builder()
            .type("home")
            .privateMetadata(chat.channel())
            .blocks(messages.stream().flatMap(each -> each.blocks().stream()).toList())
            .build();
    ViewsPublishResponse answer =
        client.methods().viewsPublish(request -> request.userId(mode.visibleOnlyTo()).view(view));
    return answer.isOk() ? "" : logRefusal(answer.getError());
  }

  private static @Nullable String logRefusal(@Nullable String error) {
    LOG.debug("Slack rejected an interactive reply: {}", error);
    return null;
  }

  private static Optional<String> attempt(SlackCall<@Nullable String> call) {
    try {
      return Optional.ofNullable(call.execute());
    } catch (IOException | SlackApiException | RuntimeException e) {
      // The library throws various exceptions for an answer that is not Slack's.
      LOG.debug("An interactive reply failed: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
