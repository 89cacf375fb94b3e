/// Slack: alerts and answers as Block Kit; slash command, mentions and direct messages to the
/// inbox.
///
/// `SlackSender` speaks; what people say comes through `SlackSocket` (Socket Mode) or
/// `SlackEventsController` (HTTP mode) to `SlackInbox`. `SlackText` is what a message looks like.
///
/// May import `chat`, `inbox`, `delivery`, `conversation`.
@ApplicationModule(allowedDependencies = {"chat", "inbox", "delivery", "conversation"})
@NullMarked
package dev.bongsu.slack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
