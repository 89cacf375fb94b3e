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

/// Slack's modals: one must open within three seconds of a press; its input comes back as a command
/// of the chat it was opened in.
public final class SlackForms {
  private static final Logger LOG = LoggerFactory.getLogger(SlackForms.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  /// The id of the input field, beside which Slack shows an error.
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

  /// The error in a submitted form, in the chat's language; empty if there is none.
  Optional<String> problem(Inbound filled) {
    return forms.problem(filled).map(words -> SlackMarkup.truncated(words, MAX_INPUT_LENGTH));
  }

  static boolean isFormButton(String press) {
    return press.startsWith(CommandForms.VERB + ":");
  }

  /// Opens the form of a button.
  ///
  /// @return false if none opened in time: then the press is answered by text
  boolean open(Inbound press, String trigger) {
    return forms.open(press).filter(form -> openInTime(form, press.chat(), trigger)).isPresent();
  }

  /// Bounded, because Slack waits for its acknowledgement meanwhile.
  private boolean openInTime(CommandForms.Form form, ChatId chat, String trigger) {
    AtomicBoolean opened = new AtomicBoolean();
    try {
      AckDeadline.run(() -> opened.set(openModal(form, chat, trigger)), OPEN_TIMEOUT);
    } catch (InboxStore.TooLateException _) {
      LOG.info("views.open timed out; the press is answered by text");
    }
    return opened.get();
  }

  private boolean openModal(CommandForms.Form form, ChatId chat, String trigger) {
    View view = view(form, chat);
    try {
      ViewsOpenResponse answer =
          client.methods().viewsOpen(request -> request.triggerId(trigger).view(view));
      if (!answer.isOk()) {
        LOG.info("views.open failed: {}", answer.getError());
      }
      return answer.isOk();
    } catch (IOException | SlackApiException | RuntimeException e) {
      LOG.info("views.open failed: {}", e.getClass().getSimpleName());
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

  /// The submitted input; empty if the form is not one of ours.
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

  /// The chat a form was opened in, and its command.
  record FormMetadata(String channel, String thread, String command) {}

  /// A submitted form.
  ///
  /// @param command with the input
  record Submission(String channel, String thread, String command) {}
}
