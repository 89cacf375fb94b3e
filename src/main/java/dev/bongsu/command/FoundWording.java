package dev.bongsu.command;

import dev.bongsu.archive.Advice;
import dev.bongsu.archive.FoundArticle;
import dev.bongsu.archive.FoundPage;
import dev.bongsu.archive.Lookback;
import dev.bongsu.chat.Message.Reader;
import dev.bongsu.chat.Moment;
import dev.bongsu.chat.Wording;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.BlankText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What was found, in a chat's words.
final class FoundWording {
  private static final int LONGEST_TITLE = 120;

  private final Wording wording;
  private final Reader reader;

  private FoundWording(Wording wording, Reader reader) {
    this.wording = wording;
    this.reader = reader;
  }

  static FoundWording of(Asked asked) {
    return new FoundWording(asked.wording(), asked.here().reader());
  }

  /// What a query would have brought: how many, how often, the newest.
  String lookback(Lookback lookback) {
    List<String> lines = new ArrayList<>();
    if (lookback.matches() == 0 && !lookback.complete()) {
      return wording.say("lookback.gathering");
    }
    if (lookback.matches() == 0) {
      String key = lookback.count().all() ? "lookback.none" : "lookback.none_of_newest";
      lines.add(wording.say(key, lookback.days()));
    } else {
      String key = lookback.count().all() ? "lookback.some" : "lookback.more";
      lines.add(wording.say(key, lookback.days(), lookback.matches(), rate(lookback.perDay())));
      lookback.newest().forEach(article -> lines.add("• " + line(article)));
    }
    addAdvice(lookback, lines);
    if (!lookback.complete()) {
      lines.add(wording.say("archive.incomplete"));
    }
    return String.join("\n", lines);
  }

  private void addAdvice(Lookback lookback, List<String> lines) {
    Advice advice = lookback.advice();
    if (lookback.tooMany() && !advice.narrower().isEmpty()) {
      lines.add(
          wording.say(
              "advice.narrower",
              joined(
                  advice.narrower(), one -> "%s (%s)".formatted(one.word(), rate(one.perDay())))));
    }
    if (!advice.words().isEmpty() && lookback.complete()) {
      lines.add(
          wording.say(
              "advice.words",
              joined(
                  advice.words(), one -> wording.say("advice.word", one.word(), one.articles()))));
    }
    if (!advice.near().isEmpty()) {
      lines.add(wording.say("advice.near", String.join(", ", advice.near())));
    }
    if (!advice.topics().isEmpty()) {
      lines.add(wording.say("advice.topics", joined(advice.topics(), name -> "#" + name)));
    }
  }

  private static <T> String joined(List<T> all, Function<T, String> said) {
    return all.stream().map(said).collect(Collectors.joining(", "));
  }

  /// A page of a search.
  ///
  /// @param query as the person wrote it
  String page(FoundPage page, String query) {
    List<String> lines = new ArrayList<>();
    lines.add(wording.say(page.articles().isEmpty() ? nothing(page) : "search.title", query));
    for (int i = 0; i < page.articles().size(); i++) {
      lines.add("%d. %s".formatted(page.before() + i + 1, line(page.articles().get(i))));
    }
    if (!page.complete()) {
      lines.add(wording.say("archive.incomplete"));
    }
    return String.join("\n", lines);
  }

  private static String nothing(FoundPage page) {
    return page.number() == 1 ? "search.none" : "search.no_more";
  }

  /// Title, source and time in one line, the link in the next.
  private String line(FoundArticle article) {
    String time = Moment.of(article.time(), reader);
    String origin =
        article.source().isBlank() ? time : BlankText.oneLine(article.source()) + ", " + time;
    return "%s (%s)\n   %s".formatted(title(article.title()), origin, article.link());
  }

  private static String title(String title) {
    String line = BlankText.oneLine(title);
    if (line.length() <= LONGEST_TITLE) {
      return line;
    }
    int end = LONGEST_TITLE - (Character.isHighSurrogate(line.charAt(LONGEST_TITLE - 1)) ? 1 : 0);
    return line.substring(0, end) + "…";
  }

  private String rate(double perDay) {
    if (perDay < 1) {
      return wording.say("lookback.less_than_daily");
    }
    double shown = perDay < 10 ? Math.round(perDay * 10) / 10.0 : Math.round(perDay);
    return wording.say("lookback.daily", shown);
  }
}
