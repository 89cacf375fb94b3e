package dev.bongsu.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// What Slack asks of us, over whichever way: each request goes to the inbox and gets its receipt.
///
/// Bolt reads the requests. Its middleware is left out: it would ask `auth.test` before the bot can
/// start, and checks signatures less strictly than we do.
public final class SlackRequests implements AutoCloseable {
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private final App app;

  public SlackRequests(SlackClient client, SlackInbox inbox) {
    AppConfig config =
        AppConfig.builder().slack(client.slack()).allEventsApiAutoAckEnabled(true).build();
    this.app = new App(config, new ArrayList<>());
    app.command(
        ANY,
        (request, context) -> {
          inbox.command(request.getPayload());
          return context.ack();
        });
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          inbox.mention(payload);
          return context.ack();
        });
    app.event(
        MessageEvent.class,
        (payload, context) -> {
          inbox.directMessage(payload);
          return context.ack();
        });
    // A button that opens a link is reported too, and shows a warning sign unless acknowledged.
    app.blockAction(
        ANY,
        (request, context) -> {
          inbox.press(request.getPayload());
          return context.ack();
        });
    app.viewSubmission(
        ANY,
        (request, context) -> {
          inbox.form(request.getPayload());
          return context.ack();
        });
    app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          inbox.home(payload);
          return context.ack();
        });
  }

  AppConfig config() {
    return app.config();
  }

  /// @throws Exception if the words could not be kept: then there is no receipt, and Slack comes
  ///   again
  Response answer(Request<?> request) throws Exception {
    return app.run(request);
  }

  @Override
  public void close() {
    app.stop();
    app.executorService().shutdownNow();
  }
}
