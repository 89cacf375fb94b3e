package dev.bongsu.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.query.ParsedQuery.Invalid;
import dev.bongsu.query.ParsedQuery.Valid;
import dev.bongsu.testkit.ShippedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The examples of docs/queries.md are what the parser does. `-Dqueries=write` writes them anew.
class QueriesDocumentTest {
  private static final Path DOCUMENT = Path.of("docs/queries.md");
  private static final Pattern EXAMPLE = Pattern.compile("\\| `(.+?)` \\|.*");
  private static final int MIN_EXAMPLES = 70;

  private final QueryParser parser = ShippedConfig.PARSER;

  @Test
  void examplesAreWhatTheParserDoes() throws IOException {
    List<String> lines = Files.readAllLines(DOCUMENT);
    List<String> expected = lines.stream().map(this::withOutcome).toList();
    assertThat(lines.stream().filter(line -> EXAMPLE.matcher(line).matches()))
        .hasSizeGreaterThan(MIN_EXAMPLES);
    if ("write".equals(System.getProperty("queries"))) {
      Files.write(DOCUMENT, expected);
    } else {
      assertThat(lines).isEqualTo(expected);
    }
  }

  private String withOutcome(String line) {
    Matcher example = EXAMPLE.matcher(line);
    return example.matches()
        ? "| `%s` | %s |".formatted(example.group(1), outcome(example.group(1)))
        : line;
  }

  private String outcome(String text) {
    return switch (parser.parse(text)) {
      case Valid(Query query) ->
          parser
              .hint(text, query)
              .map(h -> "`%s` | %s: `%s`".formatted(query.print(), name(h.kind()), h.text()))
              .orElse("`" + query.print() + "` |");
      case Invalid(var problem, _, _, String other) ->
          "| refused: " + name(problem) + (other.isEmpty() ? "" : ": `" + other + "`");
    };
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
