package dev.bongsu.command;

import dev.bongsu.archive.LookbackSearch;
import dev.bongsu.archive.SearchPage;
import dev.bongsu.chat.Button;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.PendingReply;
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
public final class SearchCommands implements CommandGroup {
  private static final int PAGE_SIZE = 5;
  private static final int MAX_PAGE = 1000;
  private static final Pattern QUERY_WITH_PAGE = Pattern.compile("(.*\\S)\\s*[/／](\\d{1,4})");

  private final QueryParser parser;
  private final LookbackSearch lookbackSearch;
  private final ButtonQueryStore queries;

  public SearchCommands(
      QueryParser parser, LookbackSearch lookbackSearch, ButtonQueryStore queries) {
    this.parser = parser;
    this.lookbackSearch = lookbackSearch;
    this.queries = queries;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.SEARCH, this::search, CommandName.TRY, this::tryOut);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of("found", new ButtonHandler(false, this::turnPage));
  }

  /// @param text a query, and perhaps a slash and the number of a page
  private PendingReply search(CommandContext context, String text) {
    String oneLine = InputText.oneLine(text);
    Matcher numbered = QUERY_WITH_PAGE.matcher(oneLine);
    boolean hasNumber = numbered.matches();
    String words = hasNumber ? numbered.group(1) : oneLine;
    int number = hasNumber ? Integer.parseInt(numbered.group(2)) : 1;
    return words.isBlank()
        ? PendingReply.ofText(context.text("search.usage"))
        : search(context, words, number);
  }

  private PendingReply search(CommandContext context, String words, int number) {
    return switch (parser.parse(words)) {
      case ParsedQuery.Invalid invalid ->
          PendingReply.ofText(QueryWording.problem(context.translations(), invalid));
      case ParsedQuery.Valid(var query) -> {
        int asPage = Math.clamp(number, 1, MAX_PAGE);
        SearchPage page = lookbackSearch.page(context.chat().key(), query, asPage, PAGE_SIZE);
        yield () -> render(context, words, page);
      }
    };
  }

  private Reply render(CommandContext context, String words, SearchPage page) {
    long query = queries.save(words);
    List<Button> turns = new ArrayList<>();
    if (page.number() > 1) {
      turns.add(pageButton(context, "button.before", words, query, page.number() - 1));
    }
    if (page.hasNext()) {
      turns.add(pageButton(context, "button.after", words, query, page.number() + 1));
    }
    return Reply.of(SearchResultText.of(context).page(page, words))
        .withRows(List.of(turns))
        .withRow(subscribeButton(context, words, query));
  }

  private static Button subscribeButton(CommandContext context, String words, long query) {
    return context.button("button.take", "/subscribe " + words, "take", query);
  }

  private static Button pageButton(
      CommandContext context, String label, String words, long query, int number) {
    String typed = "/search %s /%d".formatted(words, number);
    return context.button(label, typed, "found", query, number);
  }

  private PendingReply turnPage(CommandContext context, List<String> arguments) {
    int number = Integer.parseInt(arguments.get(1));
    return queries
        .find(Long.parseLong(arguments.getFirst()))
        .map(
            words -> {
              PendingReply found = search(context, words, number);
              return (PendingReply) () -> found.commit().inPlace();
            })
        .orElseGet(() -> () -> Reply.note(context.text("press.gone")));
  }

  private PendingReply tryOut(CommandContext context, String text) {
    String oneLine = InputText.oneLine(text);
    if (oneLine.isBlank()) {
      return PendingReply.ofText(context.text("try.usage"));
    }
    return switch (parser.parse(oneLine)) {
      case ParsedQuery.Invalid invalid ->
          PendingReply.ofText(QueryWording.problem(context.translations(), invalid));
      case ParsedQuery.Valid(var query) -> {
        String lookback =
            SearchResultText.of(context)
                .lookback(lookbackSearch.lookback(context.chat().key(), query));
        yield () ->
            Reply.of(context.text("try.title", oneLine) + "\n" + lookback)
                .withRow(subscribeButton(context, oneLine, queries.save(oneLine)));
      }
    };
  }
}
