package dev.bongsu.command;

import dev.bongsu.article.ArticleStatus;
import dev.bongsu.delivery.AlertStatus;
import dev.bongsu.match.Mismatch;
import java.util.List;

/// Why an article came to a chat, or why it did not.
sealed interface ArticleTrace {

  /// It was in no feed that we watch.
  record NeverSeen() implements ArticleTrace {}

  /// It was in a feed; what it said is kept no more.
  record TextDeleted() implements ArticleTrace {}

  /// It was seen and, by its state, not matched.
  record NotEvaluated(ArticleStatus seen) implements ArticleTrace {}

  /// An alert was made of it.
  ///
  /// @param subscriptions those it came for that the chat still has, as written
  record Alerted(ArticleStatus seen, AlertStatus alert, List<String> subscriptions)
      implements ArticleTrace {
    public Alerted {
      subscriptions = List.copyOf(subscriptions);
    }
  }

  /// No alert was made.
  ///
  /// @param reasons for each of the chat's subscriptions; may be empty
  record NotAlerted(ArticleStatus seen, List<Reason> reasons) implements ArticleTrace {
    public NotAlerted {
      reasons = List.copyOf(reasons);
    }
  }

  /// Why a subscription brought no alert.
  ///
  /// @param subscription as written
  /// @param paused whether it is paused now
  /// @param mismatch none if it asks for the article: it was made, or changed, after it came
  record Reason(String subscription, boolean paused, Mismatch mismatch) {}
}
