package dev.bongsu.command;

import dev.bongsu.archive.FoundPage;
import dev.bongsu.archive.PastArticles;
import dev.bongsu.chat.Button;
import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.BlankText;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
import dev.bongsu.conversation.Reply;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.QueryWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/search`, `/try`, and the pages of a search.
public final class SearchCommands implements Commands {
  private static final int PAGE = 5;
  private static final int LAST_PAGE = 1000;
  private static final Pattern NUMBERED = Pattern.compile("(.*\\S)\\s*[/／](\\d{1,4})");

  private final QueryParser parser;
  private final PastArticles past;
  private final AskedQueryStore queries;

  public SearchCommands(QueryParser parser, PastArticles past, AskedQueryStore queries) {
    this.parser = parser;
    this.past = past;
    this.queries = queries;
  }

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(CommandName.SEARCH, this::search, CommandName.TRY, this::tryOut);
  }

  @Override
  public Map<String, PressHandler> presses() {
    return Map.of("found", new PressHandler(false, this::turn));
  }

  /// @param text a query, and perhaps the number of a page behind a slash
  private Answer search(Asked asked, String text) {
    String oneLine = BlankText.oneLine(text);
    Matcher numbered = NUMBERED.matcher(oneLine);
    boolean hasNumber = numbered.matches();
    String words = hasNumber ? numbered.group(1) : oneLine;
    int number = hasNumber ? Integer.parseInt(numbered.group(2)) : 1;
    return words.isBlank()
        ? Answer.saying(asked.say("search.usage"))
        : search(asked, words, number);
  }

  private Answer search(Asked asked, String words, int number) {
    return switch (parser.parse(words)) {
      case ParsedQuery.Invalid invalid ->
          Answer.saying(QueryWording.problem(asked.wording(), invalid));
      case ParsedQuery.Valid(var query) -> {
        int asPage = Math.clamp(number, 1, LAST_PAGE);
        FoundPage page = past.page(asked.chat().key(), query, asPage, PAGE);
        yield () -> show(asked, words, page);
      }
    };
  }

  private Reply show(Asked asked, String words, FoundPage page) {
    long query = queries.remember(words);
    List<Button> turns = new ArrayList<>();
    if (page.number() > 1) {
      turns.add(turn(asked, "button.before", words, query, page.number() - 1));
    }
    if (page.more()) {
      turns.add(turn(asked, "button.after", words, query, page.number() + 1));
    }
    return Reply.of(FoundWording.of(asked).page(page, words))
        .rows(List.of(turns))
        .row(take(asked, words, query));
  }

  private static Button take(Asked asked, String words, long query) {
    return asked.button("button.take", "/subscribe " + words, "take", query);
  }

  private static Button turn(Asked asked, String label, String words, long query, int number) {
    String typed = "/search %s /%d".formatted(words, number);
    return asked.button(label, typed, "found", query, number);
  }

  private Answer turn(Asked asked, List<String> arguments) {
    int number = Integer.parseInt(arguments.get(1));
    return queries
        .recall(Long.parseLong(arguments.getFirst()))
        .map(
            words -> {
              Answer found = search(asked, words, number);
              return (Answer) () -> found.commit().inPlace();
            })
        .orElseGet(() -> () -> Reply.note(asked.say("press.gone")));
  }

  private Answer tryOut(Asked asked, String text) {
    String oneLine = BlankText.oneLine(text);
    if (oneLine.isBlank()) {
      return Answer.saying(asked.say("try.usage"));
    }
    return switch (parser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid ->
          Answer.saying(QueryWording.problem(asked.wording(), invalid));
      case ParsedQuery.Valid(var query) -> {
        String lookback = FoundWording.of(asked).lookback(past.lookback(asked.chat().key(), query));
        yield () ->
            Reply.of(asked.say("try.title", oneLine) + "\n" + lookback)
                .row(take(asked, oneLine, queries.remember(oneLine)));
      }
    };
  }
}
