package dev.bongsu.command;

import dev.bongsu.alert.AlertStore;
import dev.bongsu.article.Article;
import dev.bongsu.article.ArticleStatus;
import dev.bongsu.article.ArticleStatusStore;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.delivery.AlertStatus;
import dev.bongsu.delivery.AlertStatusStore;
import dev.bongsu.match.MatchInput;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out why an article was sent to a chat, or why not.
public final class ArticleTracer {
  private final ArticleStatusStore articles;
  private final AlertStore alerts;
  private final AlertStatusStore deliveries;
  private final SubscriptionStore subscriptions;
  private final QueryParser parser;
  private final QueryMatcher matcher;

  public ArticleTracer(
      ArticleStatusStore articles,
      AlertStore alerts,
      AlertStatusStore deliveries,
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

  /// Traces the article at an address.
  ///
  /// @param link absolute and canonical
  ArticleTrace trace(ChatKey chat, URI link) {
    List<ArticleStatus> seen = articles.findByLink(chat, link);
    if (seen.isEmpty()) {
      return articles.hasSeenLink(chat, link)
          ? new ArticleTrace.TextDeleted()
          : new ArticleTrace.NeverSeen();
    }
    Optional<AlertStatus> alert =
        deliveries.of(chat, seen.stream().map(each -> each.article().id()).toList());
    ArticleStatus furthest = mostAdvanced(seen);
    if (alert.isPresent()) {
      List<String> sources = seen.stream().map(each -> each.article().source()).distinct().toList();
      return new ArticleTrace.Alerted(
          furthest, alert.get(), matchedSubscriptions(chat, seen), sources);
    }
    return switch (furthest.stage()) {
      case SILENT, STALE, PENDING -> new ArticleTrace.NotEvaluated(furthest);
      case PROCESSED -> notAlerted(chat, furthest);
    };
  }

  /// The most advanced one; of equals the latest.
  private static ArticleStatus mostAdvanced(List<ArticleStatus> latestFirst) {
    ArticleStatus furthest = latestFirst.getFirst();
    for (ArticleStatus seen : latestFirst) {
      furthest = seen.stage().compareTo(furthest.stage()) > 0 ? seen : furthest;
    }
    return furthest;
  }

  private List<String> matchedSubscriptions(ChatKey chat, List<ArticleStatus> seen) {
    return seen.stream()
        .flatMap(each -> alerts.matchingSubscriptions(each.article().id(), chat).stream())
        .distinct()
        .toList();
  }

  private ArticleTrace notAlerted(ChatKey chat, ArticleStatus seen) {
    Article article = seen.article();
    if (seen.textDeleted()) {
      return new ArticleTrace.TextDeleted();
    }
    MatchInput subject = MatchInput.of(article.matchedText(), article.fields());
    List<ArticleTrace.Reason> reasons = new ArrayList<>();
    for (Subscription one : subscriptions.of(chat)) {
      if (parser.parse(one.text()) instanceof ParsedQuery.Valid(var query)) {
        reasons.add(
            new ArticleTrace.Reason(
                one.text(), one.options().paused(), matcher.mismatch(query, subject)));
      }
    }
    return new ArticleTrace.NotAlerted(seen, reasons);
  }
}
