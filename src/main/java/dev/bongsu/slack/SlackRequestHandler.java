package dev.bongsu.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.ChannelLeftEvent;
import com.slack.api.model.event.ChannelUnarchiveEvent;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.GroupLeftEvent;
import com.slack.api.model.event.GroupUnarchiveEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Slack asks of us, over whichever way: each request goes to the inbox and gets its receipt.
///
/// Bolt reads the requests. Its middleware is left out: it would ask `auth.test` before the bot can
/// start, and checks signatures less strictly than we do.
public final class SlackRequestHandler implements AutoCloseable {
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private final App app;

  public SlackRequestHandler(SlackClient client, SlackInbox inbox, SlackMembershipEvents comings) {
    AppConfig config =
        AppConfig.builder().slack(client.slack()).allEventsApiAutoAckEnabled(true).build();
    this.app = new App(config, new ArrayList<>());
    app.command(
        ANY,
        (request, context) -> {
          inbox.onCommand(request.getPayload());
          return context.ack();
        });
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          inbox.onMention(payload);
          return context.ack();
        });
    app.event(
        MessageEvent.class,
        (payload, context) -> {
          inbox.onDirectMessage(payload);
          return context.ack();
        });
    registerChannelEvents(comings);
    registerUninstallEvents(comings);
    registerInteractions(inbox);
  }

  private void registerInteractions(SlackInbox inbox) {
    // A button that opens a link is reported too, and shows a warning sign unless acknowledged.
    app.blockAction(
        ANY,
        (request, context) -> {
          inbox.onButton(request.getPayload());
          return context.ack();
        });
    app.viewSubmission(
        ANY,
        (request, context) -> {
          Optional<String> problem = inbox.onFormSubmission(request.getPayload());
          return problem.isPresent()
              ? context.ackWithErrors(Map.of(SlackForms.INPUT_BLOCK, problem.get()))
              : context.ack();
        });
    app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          inbox.home(payload);
          return context.ack();
        });
  }

  private void registerUninstallEvents(SlackMembershipEvents comings) {
    app.event(
        AppUninstalledEvent.class,
        (_, context) -> {
          comings.onUninstalled();
          return context.ack();
        });
    app.event(
        TokensRevokedEvent.class,
        (payload, context) -> {
          comings.onTokensRevoked(payload.getEvent().getTokens());
          return context.ack();
        });
  }

  private void registerChannelEvents(SlackMembershipEvents comings) {
    app.event(
        MemberJoinedChannelEvent.class,
        (payload, context) -> {
          comings.onAvailable(payload, payload.getEvent().getChannel());
          return context.ack();
        });
    app.event(
        ChannelUnarchiveEvent.class,
        (payload, context) -> {
          comings.onAvailable(payload, payload.getEvent().getChannel());
          return context.ack();
        });
    app.event(
        GroupUnarchiveEvent.class,
        (payload, context) -> {
          comings.onAvailable(payload, payload.getEvent().getChannel());
          return context.ack();
        });
    app.event(
        ChannelArchiveEvent.class,
        (payload, context) -> {
          comings.onArchived(payload, payload.getEvent().getChannel());
          return context.ack();
        });
    app.event(
        GroupArchiveEvent.class,
        (payload, context) -> {
          comings.onArchived(payload, payload.getEvent().getChannel());
          return context.ack();
        });
    app.event(
        ChannelLeftEvent.class,
        (payload, context) -> {
          comings.onLeft(payload, payload.getEvent().getChannel());
          return context.ack();
        });
    app.event(
        GroupLeftEvent.class,
        (payload, context) -> {
          comings.onLeft(payload, payload.getEvent().getChannel());
          return context.ack();
        });
  }

  AppConfig config() {
    return app.config();
  }

  /// @throws Exception if the words could not be kept: then there is no receipt, and Slack comes
  ///   again
  Response handle(Request<?> request) throws Exception {
    return app.run(request);
  }

  @Override
  public void close() {
    app.stop();
    app.executorService().shutdownNow();
  }
}
