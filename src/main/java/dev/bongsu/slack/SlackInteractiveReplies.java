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

/// Answers that are not simply a new message for all: seen by one person, in the place of another
/// message, or on the person's page of the bot. Where Slack will not have them so, they become a
/// message; only what is lost without harm is not said again.
final class SlackInteractiveReplies {
  private static final Logger LOG = LoggerFactory.getLogger(SlackInteractiveReplies.class);
  private static final String RESPONSE_URL_HOST = "hooks.slack.com";

  private final SlackClient client;

  SlackInteractiveReplies(SlackClient client) {
    this.client = client;
  }

  /// Answers as the manner says.
  ///
  /// @return Slack's id of the message, perhaps blank; empty if the answer is to be posted to all
  Optional<String> tryReply(ChatId chat, Message.Text text) {
    ReplyMode manner = text.mode();
    List<SlackMessage> messages = SlackText.of(text);
    SlackMessage first = messages.getFirst();
    return switch (manner.kind()) {
      case NOTE -> Optional.of(replyEphemerally(chat, manner, first).orElse(""));
      case HOME -> Optional.of(attempt(() -> publishHome(chat, manner, messages)).orElse(""));
      case MESSAGE -> {
        if (messages.size() == 1 && !manner.editedMessageId().isEmpty()) {
          yield attempt(() -> update(chat, manner, first));
        }
        yield messages.size() == 1 && !manner.visibleOnlyTo().isEmpty()
            ? replyEphemerally(chat, manner, first)
            : Optional.empty();
      }
    };
  }

  private Optional<String> replyEphemerally(ChatId chat, ReplyMode manner, SlackMessage message) {
    return manner.visibleOnlyTo().isEmpty()
        ? Optional.empty()
        : attempt(() -> postEphemeral(chat, manner, message));
  }

  private @Nullable String postEphemeral(ChatId chat, ReplyMode manner, SlackMessage message)
      throws IOException, SlackApiException {
    ChatPostEphemeralResponse answer =
        client
            .methods()
            .chatPostEphemeral(
                request ->
                    request
                        .channel(chat.channel())
                        .threadTs(chat.thread().isEmpty() ? null : chat.thread())
                        .user(manner.visibleOnlyTo())
                        .text(message.text())
                        .blocks(message.isPlain() ? null : message.blocks())
                        .parse("none")
                        .linkNames(false));
    return answer.isOk() ? String.valueOf(answer.getMessageTs()) : logRefusal(answer.getError());
  }

  private @Nullable String update(ChatId chat, ReplyMode manner, SlackMessage message)
      throws IOException, SlackApiException {
    if (!manner.callback().isEmpty()) {
      return postToResponseUrl(manner, message);
    }
    ChatUpdateResponse answer =
        client
            .methods()
            .chatUpdate(
                request ->
                    request
                        .channel(chat.channel())
                        .ts(manner.editedMessageId())
                        .text(message.text())
                        .blocks(message.blocks())
                        .parse("none")
                        .linkNames(false));
    return answer.isOk() ? String.valueOf(answer.getTs()) : logRefusal(answer.getError());
  }

  /// What only one person sees is changed through the address that came with the press.
  private @Nullable String postToResponseUrl(ReplyMode manner, SlackMessage message)
      throws IOException {
    URI address = URI.create(manner.callback());
    boolean slacks =
        "https".equals(address.getScheme()) && RESPONSE_URL_HOST.equals(address.getHost());
    boolean ours = String.valueOf(address.getAuthority()).equals(client.authority());
    if (!slacks && !ours) {
      return logRefusal("a response address that is not Slack's");
    }
    ActionResponse response =
        ActionResponse.builder()
            .replaceOriginal(true)
            .text(message.text())
            .blocks(message.blocks())
            .build();
    int status =
        new ActionResponseSender(client.slack()).send(manner.callback(), response).getCode();
    return status == 200 ? manner.editedMessageId() : logRefusal("status " + status);
  }

  private @Nullable String publishHome(ChatId chat, ReplyMode manner, List<SlackMessage> messages)
      throws IOException, SlackApiException {
    View view =
        View.builder()
            .type("home")
            .privateMetadata(chat.channel())
            .blocks(messages.stream().flatMap(each -> each.blocks().stream()).toList())
            .build();
    ViewsPublishResponse answer =
        client.methods().viewsPublish(request -> request.userId(manner.visibleOnlyTo()).view(view));
    return answer.isOk() ? "" : logRefusal(answer.getError());
  }

  private static @Nullable String logRefusal(@Nullable String error) {
    LOG.debug("Slack would not have an answer so: {}", error);
    return null;
  }

  private static Optional<String> attempt(ReplyCall call) {
    try {
      return Optional.ofNullable(call.execute());
    } catch (IOException | SlackApiException | RuntimeException e) {
      // The library throws whatever it stumbled over in an answer that is none of Slack's.
      LOG.debug("Slack gave no answer: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /// One call; null if Slack refused it.
  private interface ReplyCall {
    @Nullable String execute() throws IOException, SlackApiException;
  }
}
