package dev.bongsu.alert;

import dev.bongsu.alert.AlertStore.MatchReason;
import dev.bongsu.article.Article;
import dev.bongsu.article.ArticleId;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.AlertLines;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Translations;
import dev.bongsu.match.Span;
import dev.bongsu.subscription.Chat;
import dev.bongsu.summary.ArticleSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the message about an article for one chat, at the moment it is sent.
public final class AlertWriter {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWriter.class);
  private static final int MAX_MATCHED_WORDS = 6;

  private final ArticleStore articles;
  private final AlertStore alerts;
  private final AlertButtons buttons;

  public AlertWriter(ArticleStore articles, AlertStore alerts, AlertButtons buttons) {
    this.articles = articles;
    this.alerts = alerts;
    this.buttons = buttons;
  }

  /// The alert; empty if no subscription of the chat asks for it any more.
  ///
  /// @throws java.util.NoSuchElementException if there is no such article
  public Optional<Message.Alert> write(Chat chat, ArticleId id) {
    List<MatchReason> reasons = alerts.reasons(id, chat.key());
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    Article article = articles.get(id).orElseThrow();
    LOG.debug("Article {} for {}: {}", id.value(), chat.id(), article.title());
    List<String> matched = matchedWords(article, reasons);
    return Optional.of(
        new Message.Alert(
            article.title(),
            article.link(),
            summary(article, matched),
            source(article, chat),
            article.published(),
            reasons.stream().map(MatchReason::subscription).toList(),
            matched,
            chat.locale(),
            presentation(chat, article, reasons)));
  }

  /// The items of a digest, in the given order; empty if no subscription of the chat asks for them
  /// any more.
  public List<Message.Item> items(Chat chat, List<ArticleId> ids) {
    boolean isAsked = ids.stream().anyMatch(id -> !alerts.reasons(id, chat.key()).isEmpty());
    return isAsked ? ids.stream().flatMap(id -> item(id).stream()).toList() : List.of();
  }

  private Optional<Message.Item> item(ArticleId id) {
    return articles.get(id).map(article -> new Message.Item(article.title(), article.link()));
  }

  /// The feed, who wrote it, and in a word what kind of article it is where a reader would take it
  /// for a report.
  private static String source(Article article, Chat chat) {
    Translations wording = Translations.in(chat.locale().language());
    return AlertLines.joinWithDots(
        article.source(),
        Byline.of(article.author(), article.source()),
        switch (article.kind()) {
          case NEWS, NOT_AN_ARTICLE -> "";
          case PRESS_RELEASE, ADVISORY, LIVE_BLOG, COLUMN, MEDIA, STUB ->
              wording.text("alert.kind." + article.kind().code());
        });
  }

  /// Silent if all its subscriptions are; with the page's picture if one asks for it.
  private Message.Presentation presentation(Chat chat, Article article, List<MatchReason> reasons) {
    Translations wording = Translations.in(chat.locale().language());
    Locale language = Locale.forLanguageTag(article.language());
    boolean known = !language.getLanguage().isEmpty() && !language.getLanguage().equals("und");
    return new Message.Presentation(
        known ? language.getDisplayLanguage(wording.language()) : "",
        buttons.of(chat.id(), article.id(), wording),
        reasons.stream().allMatch(MatchReason::silent),
        reasons.stream().anyMatch(MatchReason::preview));
  }

  /// The words at the spans, each once, in the article's order.
  private static List<String> matchedWords(Article article, List<MatchReason> reasons) {
    String text = article.matchedText();
    List<String> words =
        reasons.stream()
            .flatMap(reason -> reason.spans().stream())
            .filter(span -> span.end() <= text.length())
            .sorted(Comparator.comparingInt(Span::start))
            .map(span -> text.substring(span.start(), span.end()))
            .collect(
                Collectors.toMap(
                    word -> word.toLowerCase(Locale.ROOT),
                    word -> word,
                    (first, _) -> first,
                    java.util.LinkedHashMap::new))
            .sequencedValues()
            .stream()
            .toList();
    return words.subList(0, Math.min(words.size(), MAX_MATCHED_WORDS));
  }

  private List<String> summary(Article article, List<String> words) {
    String key = String.join("\n", words);
    return alerts.summary(article.id(), key).orElseGet(() -> createSummary(article, words, key));
  }

  private List<String> createSummary(Article article, List<String> words, String key) {
    List<String> sentences =
        ArticleSummary.of(
            article.kind(), article.title(), article.text(), article.language(), words);
    alerts.addSummary(article.id(), key, sentences);
    return sentences;
  }
}
