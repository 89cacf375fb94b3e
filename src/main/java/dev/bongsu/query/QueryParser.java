package dev.bongsu.query;

import dev.bongsu.query.ParsedQuery.Invalid;
import dev.bongsu.query.ParsedQuery.Valid;
import java.util.List;
import java.util.Optional;

/// Parses the text of a query.
///
/// ```
/// query  = unit unit …            all of them
/// unit   = part OR part OR …      at least one; `|` and 또는 are the same
/// part   = -part | (query) | field:part | #topic
///        | word | "a phrase" | "words near each other"~5 | beginning* | =exactly
/// ```
///
/// As in web search, `OR` takes only its two neighbours: `a b OR c d` means `a (b OR c) d`. `AND`
/// and 그리고 mean what a blank means, `NOT` what a minus means. `or`, `and`, `except`, `without` in
/// small letters mean the same between two parts. 빼고 excludes what stands before it, 제외 what comes
/// after it, or at the end what stands before it. `!` before a part is a minus. 해킹/유출 and 해킹·유출
/// mean one or the other.
///
/// Fields: `title:` for words of the title; `about:` for what the article is about, and alone in
/// front for the whole query; `source: site: lang: category: author:` for what is known beside the
/// words.
public final class QueryParser {
  static final int MAX_CHARACTERS = 400;
  static final int MAX_TERMS = 32;
  private static final int MAX_REPAIRS = 5;

  private final Topics topics;

  public QueryParser(Topics topics) {
    this.topics = topics;
  }

  /// Never throws. Takes time linear in the text's length; more than 400 characters are refused.
  public ParsedQuery parse(String text) {
    return switch (read(text)) {
      case Valid valid -> valid;
      case Invalid invalid ->
          usable(text, invalid, MAX_REPAIRS)
              .<ParsedQuery>map(close -> with(invalid, close))
              .orElse(invalid);
    };
  }

  /// A similar text that can be used, after so many repairs at most.
  private Optional<String> usable(String text, Invalid invalid, int repairs) {
    return Suggestions.of(text, invalid, topics)
        .filter(_ -> repairs > 0)
        .flatMap(
            close ->
                switch (read(close)) {
                  case Valid(Query query) -> Optional.of(query.print());
                  case Invalid next -> usable(close, next, repairs - 1);
                });
  }

  /// What else a person may have meant by a usable query.
  ///
  /// @param query of the text
  public Optional<QueryHint> hint(String text, Query query) {
    return QueryHints.of(text, query).stream()
        .filter(hint -> read(hint.text()) instanceof Valid(Query other) && !other.equals(query))
        .findFirst();
  }

  private static Invalid with(Invalid invalid, String suggestion) {
    return new Invalid(invalid.problem(), invalid.position(), invalid.arguments(), suggestion);
  }

  private ParsedQuery read(String text) {
    if (text.isBlank()) {
      return new Invalid(QueryProblem.EMPTY, 0, List.of(), "");
    }
    if (text.length() > MAX_CHARACTERS) {
      List<String> arguments = List.of("" + MAX_CHARACTERS, "" + text.length());
      return new Invalid(QueryProblem.TOO_LONG, MAX_CHARACTERS, arguments, "");
    }
    return read(text, topics, MAX_TERMS);
  }

  static ParsedQuery read(String text, Topics topics, int maxTerms) {
    QueryReader reader = new QueryReader(text, topics, maxTerms);
    Query query = reader.read();
    Invalid problem = reader.problem();
    if (problem == null && query != null) {
      problem = QueryChecks.findProblem(query);
    }
    if (query != null && problem == null) {
      return new Valid(query);
    }
    return Optional.ofNullable(problem)
        .orElseGet(() -> new Invalid(QueryProblem.NOTHING_TO_SEARCH, 0, List.of(), ""));
  }
}
