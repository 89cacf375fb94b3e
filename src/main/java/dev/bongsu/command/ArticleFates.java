package dev.bongsu.command;

import dev.bongsu.alert.AlertStore;
import dev.bongsu.article.Article;
import dev.bongsu.article.SeenArticle;
import dev.bongsu.article.SeenArticleStore;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.delivery.AlertFate;
import dev.bongsu.delivery.AlertFateStore;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.match.Subject;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out why an article came to a chat, or why it did not.
public final class ArticleFates {
  private final SeenArticleStore articles;
  private final AlertStore alerts;
  private final AlertFateStore deliveries;
  private final SubscriptionStore subscriptions;
  private final QueryParser parser;
  private final QueryMatcher matcher;

  public ArticleFates(
      SeenArticleStore articles,
      AlertStore alerts,
      AlertFateStore deliveries,
      SubscriptionStore subscriptions,
      QueryParser parser,
      QueryMatcher matcher) {
    this.articles = articles;
    this.alerts = alerts;
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.parser = parser;
    this.matcher = matcher;
  }

  /// What is known of the article at an address.
  ///
  /// @param link absolute and clean
  ArticleFate of(ChatKey chat, URI link) {
    List<SeenArticle> seen = articles.at(chat, link);
    if (seen.isEmpty()) {
      return articles.knows(chat, link) ? new ArticleFate.Forgotten() : new ArticleFate.Unknown();
    }
    Optional<AlertFate> alert =
        deliveries.of(chat, seen.stream().map(each -> each.article().id()).toList());
    SeenArticle furthest = furthest(seen);
    if (alert.isPresent()) {
      return new ArticleFate.Told(furthest, alert.get(), matched(chat, seen));
    }
    return switch (furthest.state()) {
      case QUIET, OLD, UNREAD -> new ArticleFate.NotMatched(furthest);
      case READ -> notTold(chat, furthest);
    };
  }

  /// The one that has come the furthest, of equals the latest.
  private static SeenArticle furthest(List<SeenArticle> latestFirst) {
    SeenArticle furthest = latestFirst.getFirst();
    for (SeenArticle seen : latestFirst) {
      furthest = seen.state().compareTo(furthest.state()) > 0 ? seen : furthest;
    }
    return furthest;
  }

  private List<String> matched(ChatKey chat, List<SeenArticle> seen) {
    return seen.stream()
        .flatMap(each -> alerts.wanting(each.article().id(), chat).stream())
        .distinct()
        .toList();
  }

  private ArticleFate notTold(ChatKey chat, SeenArticle seen) {
    Article article = seen.article();
    if (seen.forgotten()) {
      return new ArticleFate.Forgotten();
    }
    Subject subject = Subject.of(article.matchedText(), article.facts());
    List<ArticleFate.Reason> reasons = new ArrayList<>();
    for (Subscription one : subscriptions.of(chat)) {
      if (parser.parse(one.text()) instanceof ParsedQuery.Valid(var query)) {
        reasons.add(
            new ArticleFate.Reason(
                one.text(), one.options().paused(), matcher.shortfall(query, subject)));
      }
    }
    return new ArticleFate.NotTold(seen, reasons);
  }
}
