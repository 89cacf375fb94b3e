package dev.bongsu.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.ChannelLeftEvent;
import com.slack.api.model.event.ChannelUnarchiveEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.GroupLeftEvent;
import com.slack.api.model.event.GroupUnarchiveEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Handles Slack's requests of both modes: stores each in the inbox, then acknowledges it.
///
/// Bolt parses the requests. Its middleware is left out: it would call `auth.test` before the bot
/// can start, and checks signatures less strictly than we do.
public final class SlackRequestHandler implements AutoCloseable {
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private final App app;

  public SlackRequestHandler(
      SlackClient client, SlackInbox inbox, SlackMembershipEvents membershipEvents) {
    AppConfig config =
        AppConfig.builder().slack(client.slack()).allEventsApiAutoAckEnabled(true).build();
    this.app = new App(config, new ArrayList<>());
    app.command(
        ANY,
        (request, context) -> {
          inbox.onCommand(request.getPayload());
          return context.ack();
        });
    on(AppMentionEvent.class, inbox::onMention);
    on(MessageEvent.class, inbox::onDirectMessage);
    on(AppHomeOpenedEvent.class, inbox::onHomeOpened);
    registerMembershipEvents(membershipEvents);
    registerInteractions(inbox);
  }

  private <E extends Event> void on(Class<E> type, Consumer<EventsApiPayload<E>> listener) {
    app.event(
        type,
        (payload, context) -> {
          listener.accept(payload);
          return context.ack();
        });
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
  }

  private void registerMembershipEvents(SlackMembershipEvents events) {
    on(AppUninstalledEvent.class, _ -> events.onUninstalled());
    on(TokensRevokedEvent.class, e -> events.onTokensRevoked(e.getEvent().getTokens()));
    on(MemberJoinedChannelEvent.class, e -> events.onAvailable(e, e.getEvent().getChannel()));
    on(ChannelUnarchiveEvent.class, e -> events.onAvailable(e, e.getEvent().getChannel()));
    on(GroupUnarchiveEvent.class, e -> events.onAvailable(e, e.getEvent().getChannel()));
    on(ChannelArchiveEvent.class, e -> events.onArchived(e, e.getEvent().getChannel()));
    on(GroupArchiveEvent.class, e -> events.onArchived(e, e.getEvent().getChannel()));
    on(ChannelLeftEvent.class, e -> events.onLeft(e, e.getEvent().getChannel()));
    on(ChannelIdChangedEvent.class, events::onIdChanged);
    on(GroupLeftEvent.class, e -> events.onLeft(e, e.getEvent().getChannel()));
  }

  AppConfig config() {
    return app.config();
  }

  /// @throws Exception if the request could not be stored: it is not acknowledged, and Slack
  ///   retries
  Response handle(Request<?> request) throws Exception {
    return app.run(request);
  }

  @Override
  public void close() {
    app.stop();
    app.executorService().shutdownNow();
  }
}
