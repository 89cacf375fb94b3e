package dev.bongsu.cli;

import dev.bongsu.match.MatchInput;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.page.ArticleText;
import dev.bongsu.summary.ArticleSummary;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `read`: a page, or plain text, to an article and its summary.
@Command(name = "read", description = "Read pages as articles and summarise them.")
final class ReadCommand extends CliCommand<Parts> {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|URL",
      description = "A file, an address, - for standard input, or @FILE with one of these a line.")
  private List<String> inputs = new ArrayList<>();

  @Option(names = "--plain", description = "The input is plain text and not a page.")
  private boolean plain;

  @Option(
      names = "--title",
      paramLabel = "T",
      description = "The title, instead of the page's own.")
  private @Nullable String title;

  @Option(names = "--base-url", paramLabel = "U", description = "The address the page came from.")
  private @Nullable URI baseUrl;

  @Option(names = "--query", paramLabel = "Q", description = "Choose the summary for this query.")
  private @Nullable String query;

  @Spec private @Nullable CommandSpec spec;

  ReadCommand(Supplier<Parts> parts, PrintStream out, PrintStream err) {
    super(parts, out, err);
  }

  @Override
  void run(Parts parts, Output output) {
    PageInput page = new PageInput(plain, title, baseUrl);
    QueryArgument written = QueryArgument.of(parts, query, Objects.requireNonNull(spec));
    forEachInput(
        inputs,
        Map.of(),
        output,
        (input, fields) -> {
          ArticleText text = page.read(input, parts);
          List<String> summary =
              ArticleSummary.of(
                  text.kind(),
                  text.title(),
                  text.text(),
                  text.language(),
                  matchedWords(parts, written, text));
          addArticle(fields, text, summary);
          if (!plain) {
            PageInput.requireText(text);
          }
          return describe(input, text, summary);
        });
  }

  /// The words of the article that the query asks for.
  private static List<String> matchedWords(
      Parts parts, @Nullable QueryArgument query, ArticleText text) {
    if (query == null) {
      return List.of();
    }
    MatchInput subject = MatchInput.of("\n" + text.text());
    return parts.get(QueryMatcher.class).match(query.query(), subject).orElse(List.of()).stream()
        .map(span -> subject.text().substring(span.start(), span.end()))
        .distinct()
        .toList();
  }

  private static void addArticle(
      Map<String, @Nullable Object> fields, ArticleText text, List<String> summary) {
    fields.put("kind", text.kind().code());
    fields.put("title", text.title());
    fields.put("text", text.text());
    fields.put("language", text.language());
    fields.put("published", textOrNull(text.published()));
    fields.put("author", text.credits().author());
    fields.put("image", textOrNull(text.credits().image()));
    fields.put("summary", summary);
  }

  private static String describe(Input input, ArticleText text, List<String> summary) {
    return """
    %s: %s
      %s, %s, %s, %d characters
      summary: %s

    %s
    """
        .formatted(
            input.source(),
            text.title().isEmpty() ? "(no title)" : text.title(),
            text.kind().code(),
            text.language(),
            text.published() == null ? "no date" : text.published(),
            text.text().length(),
            String.join(" ", summary),
            text.text());
  }
}
