package dev.bongsu.cli;

import dev.bongsu.article.Article;
import dev.bongsu.article.ArticleText;
import dev.bongsu.match.Span;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
import dev.bongsu.text.TextDecoder;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `match`: does a query match, and where.
@Command(
    name = "match",
    description = "Say whether queries match texts, and where.",
    mixinStandardHelpOptions = true)
final class MatchCommand extends ToolCommand {

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description =
          "A tab-separated file: first column the query, last the text; columns between, blank"
              + " lines and lines that start with # are ignored.")
  private @Nullable String pairs;

  @Parameters(
      arity = "0..*",
      paramLabel = "QUERY FILE|URL",
      description = "A query, then pages as for read.")
  private List<String> arguments = new ArrayList<>();

  MatchCommand(Supplier<Tools> tools, PrintStream out, PrintStream err) {
    super(tools, out, err);
  }

  @Override
  void run(Tools tools, Output output) throws CommandProblem {
    if (pairs != null && arguments.isEmpty()) {
      matchPairs(tools, output, pairs);
    } else if (pairs == null && arguments.size() >= 2) {
      matchPages(tools, output, arguments.getFirst(), arguments.subList(1, arguments.size()));
    } else {
      throw new CommandProblem("write: match QUERY FILE|URL..., or: match --pairs FILE");
    }
  }

  private static void matchPairs(Tools tools, Output output, String file) throws CommandProblem {
    byte[] bytes;
    try {
      bytes = new Input(file).bytes(Integer.MAX_VALUE - 8);
    } catch (CommandProblem problem) {
      throw new CommandProblem(file + ": " + problem.words());
    }
    List<String> lines = TextDecoder.decode(bytes, null).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        matchPair(tools, output, file, i + 1, line);
      }
    }
  }

  private static void matchPair(Tools tools, Output output, String file, int number, String line) {
    String[] columns = line.split("\t", -1);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("line", number);
    fields.put("query", columns[0]);
    try {
      if (columns.length < 2) {
        throw new CommandProblem("no tab between query and text");
      }
      show(tools, output, fields, columns[0], columns[columns.length - 1]);
    } catch (CommandProblem problem) {
      output.fail(file + ":" + number, fields, problem.words());
    }
  }

  private static void matchPages(Tools tools, Output output, String query, List<String> pages)
      throws CommandProblem {
    PageInput page = new PageInput(false, null, null);
    for (Input input : Input.of(pages)) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("source", input.source());
      fields.put("query", query);
      try {
        ArticleText text = page.read(input, tools);
        show(tools, output, fields, query, Article.matchedText(text.title(), text.text()));
      } catch (CommandProblem problem) {
        output.fail(input.source(), fields, problem.words());
      }
    }
  }

  private static void show(
      Tools tools, Output output, Map<String, @Nullable Object> fields, String query, String text)
      throws CommandProblem {
    Optional<List<Span>> spans =
        switch (QueryParser.parse(query)) {
          case ParsedQuery.Invalid invalid -> throw QueryProblems.of(invalid);
          case ParsedQuery.Valid(var parsed) -> tools.matcher().match(parsed, text);
        };
    fields.put("ok", true);
    fields.put("error", null);
    fields.put("matches", spans.isPresent());
    fields.put(
        "spans",
        spans.orElse(List.of()).stream().map(span -> List.of(span.start(), span.end())).toList());
    output.show(fields, describe(fields, text, spans));
  }

  private static String describe(
      Map<String, @Nullable Object> fields, String text, Optional<List<Span>> spans) {
    Object place = fields.getOrDefault("source", fields.get("line"));
    List<String> words =
        spans.orElse(List.of()).stream()
            .map(span -> text.substring(span.start(), span.end()).replaceAll("\\s+", " "))
            .distinct()
            .toList();
    String verdict = spans.isPresent() ? "matches: " + String.join(", ", words) : "does not match";
    return "%s: %s %s".formatted(place, fields.get("query"), verdict);
  }
}
