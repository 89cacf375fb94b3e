package dev.bongsu.command;

import dev.bongsu.chat.Wording;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
import dev.bongsu.subscription.Chat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/search`, `/try`.
public final class SearchCommands {
  private static final int PAGE = 5;
  private static final Pattern NUMBERED = Pattern.compile("(.*\\S)\\s*[/／](\\d{1,4})");

  private final PastArticles past;

  public SearchCommands(PastArticles past) {
    this.past = past;
  }

  /// @param text a query, and perhaps the number of a page after a slash
  Answer search(Chat chat, Wording wording, String text) {
    String oneLine = BlankText.oneLine(text);
    Matcher numbered = NUMBERED.matcher(oneLine);
    boolean hasNumber = numbered.matches();
    String words = hasNumber ? numbered.group(1) : oneLine;
    int number = hasNumber ? Math.max(1, Integer.parseInt(numbered.group(2))) : 1;
    if (words.isBlank()) {
      return () -> wording.say("search.usage");
    }
    return switch (QueryParser.parse(words)) {
      case ParsedQuery.Invalid invalid -> () -> SubscriptionCommands.problem(wording, invalid);
      case ParsedQuery.Valid(var query) -> {
        FoundPage page = past.page(chat.key(), query, number, PAGE);
        yield () -> new FoundWording(wording, chat.reader()).page(page, words);
      }
    };
  }

  Answer tryOut(Chat chat, Wording wording, String text) {
    String oneLine = BlankText.oneLine(text);
    if (oneLine.isBlank()) {
      return () -> wording.say("try.usage");
    }
    return switch (QueryParser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid -> () -> SubscriptionCommands.problem(wording, invalid);
      case ParsedQuery.Valid(var query) -> {
        Lookback lookback = past.lookback(chat.key(), query);
        yield () ->
            wording.say("try.title", oneLine)
                + "\n"
                + new FoundWording(wording, chat.reader()).lookback(lookback)
                + "\n"
                + wording.say("try.hint", oneLine);
      }
    };
  }
}
