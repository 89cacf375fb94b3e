package dev.bongsu.command;

import dev.bongsu.article.SeenArticle;
import dev.bongsu.delivery.AlertFate;
import dev.bongsu.match.Shortfall;
import java.util.List;

/// Why an article came to a chat, or why it did not.
sealed interface ArticleFate {

  /// It was in no feed that we watch.
  record Unknown() implements ArticleFate {}

  /// It was in a feed; what it said is kept no more.
  record Forgotten() implements ArticleFate {}

  /// It was seen and, by its state, not matched.
  record NotMatched(SeenArticle seen) implements ArticleFate {}

  /// An alert was made of it.
  ///
  /// @param subscriptions those it came for that the chat still has, as written
  record Told(SeenArticle seen, AlertFate alert, List<String> subscriptions)
      implements ArticleFate {
    public Told {
      subscriptions = List.copyOf(subscriptions);
    }
  }

  /// No alert was made.
  ///
  /// @param reasons for each of the chat's subscriptions; may be empty
  record NotTold(SeenArticle seen, List<Reason> reasons) implements ArticleFate {
    public NotTold {
      reasons = List.copyOf(reasons);
    }
  }

  /// Why a subscription brought no alert.
  ///
  /// @param subscription as written
  /// @param paused whether it is paused now
  /// @param shortfall none if it asks for the article: it was made, or changed, after it came
  record Reason(String subscription, boolean paused, Shortfall shortfall) {}
}
