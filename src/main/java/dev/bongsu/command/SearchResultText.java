package dev.bongsu.command;

import dev.bongsu.archive.Lookback;
import dev.bongsu.archive.QueryAdvice;
import dev.bongsu.archive.SearchHit;
import dev.bongsu.archive.SearchPage;
import dev.bongsu.chat.Message.ChatLocale;
import dev.bongsu.chat.TimeFormat;
import dev.bongsu.chat.Translations;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.InputText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Search results and lookbacks, in a chat's language.
final class SearchResultText {
  private static final int MAX_TITLE_CHARACTERS = 120;

  private final Translations translations;
  private final ChatLocale locale;

  private SearchResultText(Translations translations, ChatLocale reader) {
    this.translations = translations;
    this.locale = reader;
  }

  static SearchResultText of(CommandContext context) {
    return new SearchResultText(context.translations(), context.originChat().locale());
  }

  /// The articles that a query would have matched: how many, how often, the newest.
  String lookback(Lookback lookback) {
    List<String> lines = new ArrayList<>();
    if (lookback.matches() == 0 && !lookback.complete()) {
      return translations.text("lookback.gathering");
    }
    if (lookback.matches() == 0) {
      String key = lookback.count().exact() ? "lookback.none" : "lookback.none_of_newest";
      lines.add(translations.text(key, lookback.days()));
    } else {
      String key = lookback.count().exact() ? "lookback.some" : "lookback.more";
      lines.add(
          translations.text(key, lookback.days(), lookback.matches(), rate(lookback.perDay())));
      lookback.newest().forEach(article -> lines.add("• " + line(article)));
      if (lookback.mentions() > 0) {
        int about = lookback.matches() - lookback.mentions();
        lines.add(translations.text("lookback.about", about, lookback.mentions()));
      }
    }
    addAdvice(lookback, lines);
    if (!lookback.complete()) {
      lines.add(translations.text("archive.incomplete"));
    }
    return String.join("\n", lines);
  }

  private void addAdvice(Lookback lookback, List<String> lines) {
    QueryAdvice advice = lookback.advice();
    if (lookback.isTooMany() && !advice.refinements().isEmpty()) {
      lines.add(
          translations.text(
              "advice.narrower",
              joined(
                  advice.refinements(),
                  one -> "%s (%s)".formatted(one.word(), rate(one.perDay())))));
    }
    if (!advice.wordCounts().isEmpty() && lookback.complete()) {
      lines.add(
          translations.text(
              "advice.words",
              joined(
                  advice.wordCounts(),
                  one -> translations.text("advice.word", one.word(), one.articles()))));
    }
    if (!advice.similarWords().isEmpty()) {
      lines.add(translations.text("advice.near", String.join(", ", advice.similarWords())));
    }
    if (!advice.topics().isEmpty()) {
      lines.add(translations.text("advice.topics", joined(advice.topics(), name -> "#" + name)));
    }
  }

  private static <T> String joined(List<T> all, Function<T, String> said) {
    return all.stream().map(said).collect(Collectors.joining(", "));
  }

  /// A page of a search.
  ///
  /// @param query as the person wrote it
  String page(SearchPage page, String query) {
    List<String> lines = new ArrayList<>();
    lines.add(translations.text(page.hits().isEmpty() ? emptyKey(page) : "search.title", query));
    for (int i = 0; i < page.hits().size(); i++) {
      lines.add("%d. %s".formatted(page.offset() + i + 1, line(page.hits().get(i))));
    }
    if (!page.complete()) {
      lines.add(translations.text("archive.incomplete"));
    }
    return String.join("\n", lines);
  }

  private static String emptyKey(SearchPage page) {
    return page.number() == 1 ? "search.none" : "search.no_more";
  }

  /// Title, source and time in one line, the link in the next.
  private String line(SearchHit article) {
    String time = TimeFormat.dateTime(article.time(), locale);
    String origin =
        article.source().isBlank() ? time : InputText.oneLine(article.source()) + ", " + time;
    String title = InputText.firstCharacters(article.title(), MAX_TITLE_CHARACTERS);
    return "%s (%s)\n   %s".formatted(title, origin, article.link());
  }

  private String rate(double perDay) {
    if (perDay < 1) {
      return translations.text("lookback.less_than_daily");
    }
    double shown = perDay < 10 ? Math.round(perDay * 10) / 10.0 : Math.round(perDay);
    return translations.text("lookback.daily", shown);
  }
}
