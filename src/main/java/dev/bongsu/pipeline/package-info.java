/// The four loops and their clock. Start reading here.
///
/// `PollFeeds`, `ReadArticles`, `SendDeliveries`, `AnswerInbox`: each claims rows, works, and
/// commits.
///
/// May import `storage`, `chat`, `http`, `feed`, `query`, `article`, `subscription`, `match`,
/// `alert`, `delivery`, `command`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "http",
      "feed",
      "query",
      "article",
      "subscription",
      "match",
      "alert",
      "delivery",
      "command"
    })
@NullMarked
package dev.bongsu.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
