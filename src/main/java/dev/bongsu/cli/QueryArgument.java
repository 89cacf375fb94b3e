package dev.bongsu.cli;

import dev.bongsu.chat.Translations;
import dev.bongsu.query.BilingualQueries;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.QueryWording;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A query of the command line: its text and its meaning.
record QueryArgument(String text, Query query) {

  /// Parses a query.
  ///
  /// @throws CommandException if it is invalid, with the message a chat would get
  static QueryArgument of(Parts parts, String text) throws CommandException {
    return switch (parts.get(QueryParser.class).parse(text)) {
      case ParsedQuery.Valid(Query meaning) -> new QueryArgument(text, meaning);
      case ParsedQuery.Invalid invalid -> {
        Translations wording = Translations.in(Locale.getDefault());
        String words = QueryWording.problem(wording, invalid).replace("\n", " ");
        throw new CommandException(wording.text("query.unusable", words));
      }
    };
  }

  /// The same with the words of other languages that mean the same.
  QueryArgument in(Parts parts, List<String> languages) {
    return new QueryArgument(
        text, parts.get(BilingualQueries.class).expand(query, languages).query());
  }

  /// Parses an optional query argument; null if it is absent.
  ///
  /// @throws ParameterException if it is invalid
  static @Nullable QueryArgument of(Parts parts, @Nullable String text, CommandSpec command) {
    try {
      return text == null ? null : of(parts, text);
    } catch (CommandException problem) {
      throw new ParameterException(command.commandLine(), problem.userMessage());
    }
  }
}
