/// The four loops and their clock. Start reading here.
///
/// `PollFeeds`, `ReadArticles`, `SendDeliveries`, `AnswerInbox`: each claims rows, works, and
/// commits.
///
/// May import `storage`, `chat`, `page`, `inbox`, `syndication`, `subscription`, `feed`, `match`,
/// `article`, `alert`, `delivery`, `conversation`, `retention`, `command`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "page",
      "inbox",
      "syndication",
      "subscription",
      "feed",
      "match",
      "article",
      "alert",
      "delivery",
      "conversation",
      "retention",
      "command"
    })
@NullMarked
package dev.bongsu.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
