/// Slack: alerts and replies as Block Kit; slash commands, mentions and direct messages to the
/// inbox.
///
/// `SlackSender` sends; messages from people come through `SlackSocket` (Socket Mode) or
/// `SlackEventsController` (HTTP mode) to `SlackInbox`. `SlackText` renders a message.
///
/// May import `chat`, `inbox`, `http`, `subscription`, `delivery`, `conversation`.
@ApplicationModule(
    allowedDependencies = {"chat", "inbox", "http", "subscription", "delivery", "conversation"})
@NullMarked
package dev.bongsu.slack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
