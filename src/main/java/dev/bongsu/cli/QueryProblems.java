package dev.bongsu.cli;

import dev.bongsu.chat.Wording;
import dev.bongsu.query.ParsedQuery;
import java.util.Locale;

/// What is wrong with a query, in the words of the chats.
final class QueryProblems {
  private QueryProblems() {}

  static CommandProblem of(ParsedQuery.Invalid invalid) {
    String key = "query." + invalid.problem().name().toLowerCase(Locale.ROOT);
    String words = Wording.in(Locale.ENGLISH).say(key, invalid.arguments().toArray());
    return new CommandProblem("the query cannot be used: " + words);
  }
}
