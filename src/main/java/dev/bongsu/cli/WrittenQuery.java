package dev.bongsu.cli;

import dev.bongsu.chat.Wording;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryParser;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A query of the command line: as it was written, and what it means.
record WrittenQuery(String text, Query meaning) {

  /// Reads a query.
  ///
  /// @throws CommandProblem in the words of the chats, if it is none
  static WrittenQuery of(String text) throws CommandProblem {
    return switch (QueryParser.parse(text)) {
      case ParsedQuery.Valid(Query meaning) -> new WrittenQuery(text, meaning);
      case ParsedQuery.Invalid invalid -> {
        String key = "query." + invalid.problem().name().toLowerCase(Locale.ROOT);
        String words = Wording.in(Locale.ENGLISH).say(key, invalid.arguments().toArray());
        throw new CommandProblem("the query cannot be used: " + words);
      }
    };
  }

  /// For picocli: a bad query is a wrong command line.
  static final class Converter implements ITypeConverter<WrittenQuery> {
    @Override
    public WrittenQuery convert(String text) {
      try {
        return of(text);
      } catch (CommandProblem problem) {
        throw new TypeConversionException(problem.words());
      }
    }
  }
}
