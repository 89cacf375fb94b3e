package dev.bongsu.alert;

import dev.bongsu.article.Article;
import dev.bongsu.article.ArticleId;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.match.Span;
import dev.bongsu.subscription.Chat;
import dev.bongsu.summary.SentenceSplitter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Explains why an article came, by sentences of the article.
public final class Explainer {
  private static final int MAX_SENTENCES = 3;
  private static final int MAX_SENTENCE_LENGTH = 300;

  private final ArticleStore articles;
  private final AlertStore alerts;

  public Explainer(ArticleStore articles, AlertStore alerts) {
    this.articles = articles;
    this.alerts = alerts;
  }

  /// Empty if the article was deleted, or no subscription of the chat matches it.
  public Optional<Explanation> explain(Chat chat, ArticleId id) {
    List<AlertStore.MatchReason> reasons = alerts.reasons(id, chat.key());
    Optional<Article> article = articles.get(id);
    if (article.isEmpty() || reasons.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Explanation(
            article.get().title(),
            reasons.stream()
                .map(
                    reason ->
                        new Explanation.Reason(
                            reason.subscription(), sentences(article.get(), reason.spans())))
                .toList()));
  }

  /// The sentences with the first spans; sentences with a new word go first.
  private static List<String> sentences(Article article, List<Span> spans) {
    String text = article.matchedText();
    Set<String> words = new LinkedHashSet<>();
    List<String> shown = new ArrayList<>();
    int from = 0;
    for (String sentence : SentenceSplitter.split(text, article.language())) {
      int start = text.indexOf(sentence, from);
      int end = start + sentence.length();
      List<Span> inside =
          spans.stream().filter(span -> span.start() >= start && span.end() <= end).toList();
      boolean news = false;
      for (Span span : inside) {
        news |= words.add(text.substring(span.start(), span.end()));
      }
      if (news && shown.size() < MAX_SENTENCES) {
        shown.add(highlighted(sentence, start, inside));
      }
      from = end;
    }
    return shown;
  }

  private static String highlighted(String sentence, int start, List<Span> inside) {
    StringBuilder marked = new StringBuilder();
    int done = 0;
    for (Span span : inside) {
      marked.append(sentence, done, span.start() - start).append('«');
      marked.append(sentence, span.start() - start, span.end() - start).append('»');
      done = span.end() - start;
    }
    return truncated(marked.append(sentence.substring(done)).toString());
  }

  private static String truncated(String sentence) {
    if (sentence.length() <= MAX_SENTENCE_LENGTH) {
      return sentence;
    }
    int first = Math.max(0, sentence.indexOf('«') - MAX_SENTENCE_LENGTH / 3);
    int begin = first > 0 && Character.isLowSurrogate(sentence.charAt(first)) ? first - 1 : first;
    int last = Math.min(sentence.length(), begin + MAX_SENTENCE_LENGTH);
    int end =
        last < sentence.length() && Character.isLowSurrogate(sentence.charAt(last))
            ? last - 1
            : last;
    return (begin > 0 ? "…" : "")
        + sentence.substring(begin, end)
        + (end < sentence.length() ? "…" : "");
  }
}
