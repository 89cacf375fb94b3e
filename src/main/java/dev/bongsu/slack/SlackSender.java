package dev.bongsu.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts to Slack.
public final class SlackSender implements ChatSender {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSender.class);
  private static final int TOO_MANY = 429;

  private final SlackClient client;
  private final SlackManners manners;

  public SlackSender(SlackClient client) {
    this.client = client;
    this.manners = new SlackManners(client);
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  /// A text of several parts counts as sent when all are; when one fails, all are sent again.
  @Override
  public SendResult send(ChatId chat, Message message) {
    if (message instanceof Message.Text text && !text.manner().isPlain()) {
      Optional<String> answered = manners.answer(chat, text);
      if (answered.isPresent()) {
        return new SendResult.Sent(answered.get());
      }
    }
    SendResult result = new SendResult.Sent("");
    for (SlackMessage part : SlackText.of(message)) {
      result = post(chat, part);
      if (!(result instanceof SendResult.Sent)) {
        return result;
      }
    }
    return result;
  }

  private SendResult post(ChatId chat, SlackMessage message) {
    try {
      ChatPostMessageResponse answer = client.methods().chatPostMessage(message.to(chat));
      return answer.isOk()
          ? new SendResult.Sent(Optional.ofNullable(answer.getTs()).orElse(""))
          : failed(chat, message, word(answer.getError()));
    } catch (SlackApiException e) {
      return new SendResult.Later(status(e));
    } catch (IOException e) {
      return new SendResult.Later("Slack could not be reached: " + e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      // An empty body, or one that is no JSON: the library throws whatever it stumbled over.
      return new SendResult.Later("an unreadable answer: " + e.getClass().getSimpleName());
    }
  }

  private SendResult failed(ChatId chat, SlackMessage message, String error) {
    return switch (SlackError.of(error)) {
      case PASSING -> new SendResult.Later(error);
      case FINAL -> new SendResult.Refused(error);
      case BLOCKS -> {
        if (message.isPlain()) {
          yield new SendResult.Refused(error);
        }
        LOG.warn("Slack refused our blocks for {} ({}); sent as plain text", chat, error);
        yield post(chat, message.plain());
      }
    };
  }

  private static String status(SlackApiException e) {
    int status = e.getResponse().code();
    if (status != TOO_MANY) {
      return "status " + status;
    }
    String seconds = Optional.ofNullable(e.getResponse().header("Retry-After")).orElse("");
    return seconds.matches("\\d{1,9}") ? "too many, wait %s s".formatted(seconds) : "too many";
  }

  /// An error as Slack names them, and nothing else that a server may have put there.
  private static String word(String error) {
    return error != null && error.matches("[a-z0-9_]{1,60}") ? error : "an unknown error";
  }
}
