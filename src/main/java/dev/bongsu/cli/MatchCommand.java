package dev.bongsu.cli;

import dev.bongsu.charset.TextDecoder;
import dev.bongsu.http.HostStore;
import dev.bongsu.language.LanguageDetector;
import dev.bongsu.match.MatchInput;
import dev.bongsu.match.QueryMatch;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.match.Scope;
import dev.bongsu.match.Span;
import dev.bongsu.page.ArticleText;
import dev.bongsu.query.ArticleFields;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `match`: whether queries match texts, and where.
@Command(name = "match", description = "Say whether queries match texts, and where.")
final class MatchCommand extends CliCommand<Parts> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--pairs",
      paramLabel = "FILE",
      description =
          "A tab-separated file: first column the query, last the text; columns between, blank"
              + " lines and lines that start with \"# \" are ignored.")
  private @Nullable String pairs;

  @Option(
      names = "--reads",
      paramLabel = "LANGUAGES",
      split = ",",
      description = "Find words of these languages that mean the same, such as ko,en.")
  private List<String> reads = new ArrayList<>();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "QUERY",
      description = "As in /subscribe. One that starts with a minus comes after --.")
  private @Nullable String query;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE|URL",
      description = "Pages as for read.")
  private List<String> inputs = new ArrayList<>();

  MatchCommand(Supplier<Parts> parts, PrintStream out, PrintStream err) {
    super(parts, out, err);
  }

  @Override
  void validate() {
    if ((pairs == null) == (query == null) || (query == null) != inputs.isEmpty()) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "Expected either QUERY FILE|URL... or --pairs FILE");
    }
  }

  @Override
  void run(Parts parts, Output output) {
    if (pairs != null) {
      matchPairs(parts, output, pairs);
      return;
    }
    QueryArgument written = QueryArgument.of(parts, query, Objects.requireNonNull(spec));
    if (written != null) {
      matchPages(parts, output, written.in(parts, reads), inputs);
    }
  }

  private static void matchPages(
      Parts parts, Output output, QueryArgument query, List<String> inputs) {
    PageInput page = new PageInput(false, null, null);
    forEachInput(
        inputs,
        Map.of("query", query.text()),
        output,
        (input, fields) -> {
          ArticleText text = page.read(input, parts);
          PageInput.requireText(text);
          return input.source() + ": " + match(parts, fields, query, subject(input, text));
        });
  }

  /// The fields known without the article's feed: the host and the language.
  private static MatchInput subject(Input input, ArticleText text) {
    String host = input.isAddress() ? HostStore.hostOf(URI.create(input.source())) : "";
    ArticleFields facts = ArticleFields.of("", host, text.language(), List.of(), "");
    return MatchInput.of(text.matchedText(), facts);
  }

  private static MatchInput subject(String text) {
    return MatchInput.of(
        text, ArticleFields.of("", "", LanguageDetector.detect(text), List.of(), ""));
  }

  private void matchPairs(Parts parts, Output output, String file) {
    try {
      List<String> lines = TextDecoder.decode(new Input(file).bytes(), null).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (!line.isBlank() && !isComment(line)) {
          matchPair(parts, output, file + ":" + (i + 1), Pair.of(i + 1, line));
        }
      }
    } catch (CommandException problem) {
      output.fail(file, Map.of("source", file), problem.userMessage());
    }
  }

  /// `#topic` is a query.
  private static boolean isComment(String line) {
    return line.equals("#") || line.startsWith("# ");
  }

  private void matchPair(Parts parts, Output output, String place, Pair pair) {
    output.process(
        place,
        pair.fields(),
        fields -> {
          if (pair.text() == null) {
            throw new CommandException("no tab between query and text");
          }
          QueryArgument query = QueryArgument.of(parts, pair.query()).in(parts, reads);
          return place + ": " + match(parts, fields, query, subject(pair.text()));
        });
  }

  private static String match(
      Parts parts, Map<String, @Nullable Object> fields, QueryArgument query, MatchInput subject) {
    Optional<QueryMatch> match = parts.get(QueryMatcher.class).findMatch(query.query(), subject);
    List<Span> spans = match.map(QueryMatch::spans).orElse(List.of());
    fields.put("matches", match.isPresent());
    fields.put("where", match.map(found -> place(found.where())).orElse(null));
    fields.put("about", match.map(QueryMatch::about).orElse(false));
    fields.put("spans", spans.stream().map(span -> List.of(span.start(), span.end())).toList());
    String words =
        spans.stream()
            .map(span -> subject.text().substring(span.start(), span.end()).replaceAll("\\s+", " "))
            .distinct()
            .collect(Collectors.joining(", "));
    return query.text() + (match.isPresent() ? " matches: " + words : " does not match");
  }

  private static String place(Scope where) {
    return where == Scope.ANYWHERE ? "body" : where.name().toLowerCase(Locale.ROOT);
  }

  /// A line of a file of pairs.
  ///
  /// @param number from 1
  /// @param text null if the line has one column
  private record Pair(int number, String query, @Nullable String text) {

    static Pair of(int number, String line) {
      int first = line.indexOf('\t');
      return first < 0
          ? new Pair(number, line, null)
          : new Pair(number, line.substring(0, first), line.substring(line.lastIndexOf('\t') + 1));
    }

    Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("line", number);
      fields.put("query", query);
      return fields;
    }
  }
}
