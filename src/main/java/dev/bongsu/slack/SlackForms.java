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
import dev.bongsu.conversation.Forms;
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
  static final String BLOCK = "words";

  private static final String CALLBACK = "form";
  private static final int LONGEST = 400;
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final SlackClient client;
  private final Forms forms;

  public SlackForms(SlackClient client, Forms forms) {
    this.client = client;
    this.forms = forms;
  }

  /// What is wrong with what was filled in, in the words of its chat; empty if nothing is.
  Optional<String> problem(Inbound said) {
    return forms.problem(said).map(words -> SlackMarkup.shortened(words, LONGEST));
  }

  static boolean isAsked(String press) {
    return press.startsWith(Forms.VERB + ":");
  }

  /// Opens the form that a press asks for.
  ///
  /// @return false if none opened soon: then the press is answered in words
  boolean open(Inbound press, String trigger) {
    return forms.open(press).filter(form -> showSoon(form, press.chat(), trigger)).isPresent();
  }

  /// Slack waits for its receipt meanwhile.
  private boolean showSoon(Forms.Form form, ChatId chat, String trigger) {
    AtomicBoolean opened = new AtomicBoolean();
    try {
      InTime.run(() -> opened.set(show(form, chat, trigger)), PATIENCE);
    } catch (InboxStore.TooLate _) {
      LOG.info("Slack opened no form in time");
    }
    return opened.get();
  }

  private boolean show(Forms.Form form, ChatId chat, String trigger) {
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

  private static View view(Forms.Form form, ChatId chat) {
    PlainTextInputElement input =
        PlainTextInputElement.builder()
            .actionId(BLOCK)
            .maxLength(LONGEST)
            .initialValue(form.text().isEmpty() ? null : form.text())
            .placeholder(plain(form.hint()))
            .build();
    String place =
        JSON.writeValueAsString(new Place(chat.channel(), chat.thread(), form.command()));
    return View.builder()
        .type("modal")
        .callbackId(CALLBACK)
        .title(ViewTitle.builder().type("plain_text").text(form.title()).build())
        .submit(ViewSubmit.builder().type("plain_text").text(form.submit()).build())
        .close(ViewClose.builder().type("plain_text").text("✕").build())
        .privateMetadata(place)
        .blocks(
            List.of(
                InputBlock.builder()
                    .blockId(BLOCK)
                    .label(plain(form.label()))
                    .element(input)
                    .build()))
        .build();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(SlackMarkup.literal(text)).build();
  }

  /// What was filled in; empty if it is no form of ours.
  static Optional<Filled> filled(ViewSubmissionPayload payload) {
    Map<String, Map<String, ViewState.Value>> values = payload.getView().getState().getValues();
    ViewState.Value value = values.getOrDefault(BLOCK, Map.of()).get(BLOCK);
    if (value == null || value.getValue() == null) {
      return Optional.empty();
    }
    try {
      Place place = JSON.readValue(payload.getView().getPrivateMetadata(), Place.class);
      String words = place.command() + " " + value.getValue();
      return Optional.of(new Filled(place.channel(), place.thread(), words));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// Where a form was opened, and what it says.
  record Place(String channel, String thread, String command) {}

  /// A form that was sent off.
  ///
  /// @param words a command
  record Filled(String channel, String thread, String words) {}
}
