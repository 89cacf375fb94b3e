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
/// and 그리고 mean what a blank means, `NOT` what a minus means; lower-case they are words. 제외
/// excludes what comes after it, or at the end what stands before it.
///
/// Fields: `title:` for words of the title; `about:` for what the article is about, and alone in
/// front for the whole query; `source: site: lang: category: author:` for what is known beside the
/// words.
public final class QueryParser {
  static final int MAX_CHARACTERS = 400;
  static final int MAX_TERMS = 32;

  private final Topics topics;

  public QueryParser(Topics topics) {
    this.topics = topics;
  }

  /// Never throws. Takes time linear in the text's length; more than 400 characters are refused.
  public ParsedQuery parse(String text) {
    return switch (read(text)) {
      case Valid valid -> valid;
      case Invalid invalid ->
          Suggestions.of(text, invalid, topics)
              .filter(close -> read(close) instanceof Valid)
              .<ParsedQuery>map(close -> with(invalid, close))
              .orElse(invalid);
    };
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
