package dev.bongsu.command;

import dev.bongsu.article.ArticleStatus;
import dev.bongsu.delivery.AlertStatus;
import dev.bongsu.match.Mismatch;
import java.util.List;

/// Why an article was sent to a chat, or why not.
sealed interface ArticleTrace {

  /// It was in none of the feeds.
  record NeverSeen() implements ArticleTrace {}

  /// It was in a feed, but its text has been deleted.
  record TextDeleted() implements ArticleTrace {}

  /// It was seen but, because of its state, not matched.
  record NotEvaluated(ArticleStatus seen) implements ArticleTrace {}

  /// It made an alert.
  ///
  /// @param subscriptions the chat's present subscriptions that it matched, as written
  /// @param sources the names of all the chat's feeds that had it
  record Alerted(
      ArticleStatus seen, AlertStatus alert, List<String> subscriptions, List<String> sources)
      implements ArticleTrace {
    public Alerted {
      sources = List.copyOf(sources);
      subscriptions = List.copyOf(subscriptions);
    }
  }

  /// It made no alert.
  ///
  /// @param reasons for each of the chat's subscriptions; may be empty
  record NotAlerted(ArticleStatus seen, List<Reason> reasons) implements ArticleTrace {
    public NotAlerted {
      reasons = List.copyOf(reasons);
    }
  }

  /// Why a subscription made no alert.
  ///
  /// @param subscription as written
  /// @param paused whether it is paused now
  /// @param mismatch empty if it matches: it was made or changed after the article came
  record Reason(String subscription, boolean paused, Mismatch mismatch) {}
}
