package dev.bongsu.slack;

import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.view.View;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Manner;
import dev.bongsu.chat.Message;
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
final class SlackManners {
  private static final Logger LOG = LoggerFactory.getLogger(SlackManners.class);
  private static final String HOOKS = "hooks.slack.com";

  private final SlackClient client;

  SlackManners(SlackClient client) {
    this.client = client;
  }

  /// Answers as the manner says.
  ///
  /// @return Slack's id of the message, perhaps blank; empty if the answer is to be posted to all
  Optional<String> answer(ChatId chat, Message.Text text) {
    Manner manner = text.manner();
    List<SlackMessage> messages = SlackText.of(text);
    SlackMessage first = messages.getFirst();
    return switch (manner.kind()) {
      case NOTE -> Optional.of(aside(chat, manner, first).orElse(""));
      case HOME -> Optional.of(attempt(() -> publish(chat, manner, messages)).orElse(""));
      case MESSAGE -> {
        if (messages.size() == 1 && !manner.edits().isEmpty()) {
          yield attempt(() -> replace(chat, manner, first));
        }
        yield messages.size() == 1 && !manner.onlyFor().isEmpty()
            ? aside(chat, manner, first)
            : Optional.empty();
      }
    };
  }

  private Optional<String> aside(ChatId chat, Manner manner, SlackMessage message) {
    return manner.onlyFor().isEmpty()
        ? Optional.empty()
        : attempt(() -> postAside(chat, manner, message));
  }

  private @Nullable String postAside(ChatId chat, Manner manner, SlackMessage message)
      throws IOException, SlackApiException {
    ChatPostEphemeralResponse answer =
        client
            .methods()
            .chatPostEphemeral(
                request ->
                    request
                        .channel(chat.channel())
                        .threadTs(chat.thread().isEmpty() ? null : chat.thread())
                        .user(manner.onlyFor())
                        .text(message.text())
                        .blocks(message.isPlain() ? null : message.blocks())
                        .parse("none")
                        .linkNames(false));
    return answer.isOk() ? String.valueOf(answer.getMessageTs()) : refused(answer.getError());
  }

  private @Nullable String replace(ChatId chat, Manner manner, SlackMessage message)
      throws IOException, SlackApiException {
    if (!manner.press().isEmpty()) {
      return respond(manner, message);
    }
    ChatUpdateResponse answer =
        client
            .methods()
            .chatUpdate(
                request ->
                    request
                        .channel(chat.channel())
                        .ts(manner.edits())
                        .text(message.text())
                        .blocks(message.blocks())
                        .parse("none")
                        .linkNames(false));
    return answer.isOk() ? String.valueOf(answer.getTs()) : refused(answer.getError());
  }

  /// What only one person sees is changed through the address that came with the press.
  private @Nullable String respond(Manner manner, SlackMessage message) throws IOException {
    URI address = URI.create(manner.press());
    boolean slacks = "https".equals(address.getScheme()) && HOOKS.equals(address.getHost());
    boolean ours = String.valueOf(address.getAuthority()).equals(client.authority());
    if (!slacks && !ours) {
      return refused("a response address that is not Slack's");
    }
    ActionResponse response =
        ActionResponse.builder()
            .replaceOriginal(true)
            .text(message.text())
            .blocks(message.blocks())
            .build();
    int status = new ActionResponseSender(client.slack()).send(manner.press(), response).getCode();
    return status == 200 ? manner.edits() : refused("status " + status);
  }

  private @Nullable String publish(ChatId chat, Manner manner, List<SlackMessage> messages)
      throws IOException, SlackApiException {
    View view =
        View.builder()
            .type("home")
            .privateMetadata(chat.channel())
            .blocks(messages.stream().flatMap(each -> each.blocks().stream()).toList())
            .build();
    ViewsPublishResponse answer =
        client.methods().viewsPublish(request -> request.userId(manner.onlyFor()).view(view));
    return answer.isOk() ? "" : refused(answer.getError());
  }

  private static @Nullable String refused(@Nullable String error) {
    LOG.debug("Slack would not have an answer so: {}", error);
    return null;
  }

  private static Optional<String> attempt(Call call) {
    try {
      return Optional.ofNullable(call.make());
    } catch (IOException | SlackApiException | RuntimeException e) {
      // The library throws whatever it stumbled over in an answer that is none of Slack's.
      LOG.debug("Slack gave no answer: {}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /// One call; null if Slack refused it.
  private interface Call {
    @Nullable String make() throws IOException, SlackApiException;
  }
}
