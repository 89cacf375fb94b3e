package dev.bongsu.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.conversation.CommandForms;
import dev.bongsu.inbox.InboxStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Slack's modals: one opens within the three seconds that a press is good for, and what was filled
/// in comes back as a command of the chat it was opened in.
public final class SlackForms {
  private static final Logger LOG = LoggerFactory.getLogger(SlackForms.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  /// The field, by which Slack is told of a problem.
  static final String INPUT_BLOCK = "words";

  private static final String CALLBACK_ID = "form";
  private static final int MAX_INPUT_LENGTH = 400;
  private static final Duration OPEN_TIMEOUT = Duration.ofMillis(500);

  private final SlackClient client;
  private final CommandForms forms;

  public SlackForms(SlackClient client, CommandForms forms) {
    this.client = client;
    this.forms = forms;
  }

  /// What is wrong with what was filled in, in the words of its chat; empty if nothing is.
  Optional<String> problem(Inbound said) {
    return forms.problem(said).map(words -> SlackMarkup.truncated(words, MAX_INPUT_LENGTH));
  }

  static boolean isFormButton(String press) {
    return press.startsWith(CommandForms.VERB + ":");
  }

  /// Opens the form that a press asks for.
  ///
  /// @return false if none opened soon: then the press is answered in words
  boolean open(Inbound press, String trigger) {
    return forms.open(press).filter(form -> openInTime(form, press.chat(), trigger)).isPresent();
  }

  /// Slack waits for its receipt meanwhile.
  private boolean openInTime(CommandForms.Form form, ChatId chat, String trigger) {
    AtomicBoolean opened = new AtomicBoolean();
    try {
      AckDeadline.run(() -> opened.set(openModal(form, chat, trigger)), OPEN_TIMEOUT);
    } catch (InboxStore.TooLateException _) {
      LOG.info("Slack opened no form in time");
    }
    return opened.get();
  }

  private boolean openModal(CommandForms.Form form, ChatId chat, String trigger) {
    View view = view(form, chat);
    try {
      ViewsOpenResponse answer =
          client.methods().viewsOpen(request -> request.triggerId(trigger).view(view));
      if (!answer.isOk()) {
        LOG.info("Slack opened no form: {}", answer.getError());
      }
      return answer.isOk();
    } catch (IOException | SlackApiException | RuntimeException e) {
      LOG.info("Slack opened no form: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private static View view(CommandForms.Form form, ChatId chat) {
    PlainTextInputElement input =
        PlainTextInputElement.builder()
            .actionId(INPUT_BLOCK)
            .maxLength(MAX_INPUT_LENGTH)
            .initialValue(form.text().isEmpty() ? null : form.text())
            .placeholder(plain(form.hint()))
            .build();
    String place =
        JSON.writeValueAsString(new FormMetadata(chat.channel(), chat.thread(), form.command()));
    return View.builder()
        .type("modal")
        .callbackId(CALLBACK_ID)
        .title(ViewTitle.builder().type("plain_text").text(form.title()).build())
        .submit(ViewSubmit.builder().type("plain_text").text(form.submit()).build())
        .close(ViewClose.builder().type("plain_text").text("✕").build())
        .privateMetadata(place)
        .blocks(
            List.of(
                InputBlock.builder()
                    .blockId(INPUT_BLOCK)
                    .label(plain(form.label()))
                    .element(input)
                    .build()))
        .build();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(SlackMarkup.escaped(text)).build();
  }

  /// What was filled in; empty if it is no form of ours.
  static Optional<Submission> readSubmission(ViewSubmissionPayload payload) {
    Map<String, Map<String, ViewState.Value>> values = payload.getView().getState().getValues();
    ViewState.Value value = values.getOrDefault(INPUT_BLOCK, Map.of()).get(INPUT_BLOCK);
    if (value == null || value.getValue() == null) {
      return Optional.empty();
    }
    try {
      FormMetadata place =
          JSON.readValue(payload.getView().getPrivateMetadata(), FormMetadata.class);
      String words = place.command() + " " + value.getValue();
      return Optional.of(new Submission(place.channel(), place.thread(), words));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// Where a form was opened, and what it says.
  record FormMetadata(String channel, String thread, String command) {}

  /// A form that was sent off.
  ///
  /// @param command a command
  record Submission(String channel, String thread, String command) {}
}
