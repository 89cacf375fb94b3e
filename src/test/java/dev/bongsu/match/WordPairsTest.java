package dev.bongsu.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.query.ArticleFields;
import dev.bongsu.query.BilingualQueries;
import dev.bongsu.query.Query;
import dev.bongsu.testkit.ShippedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Queries of one word or a few with texts that they must find, or must not: particles, capitals,
/// accents, numbers, compounds, spellings, both languages, other languages.
class WordPairsTest {
  private static final Path PAIRS = Path.of("src/test/resources/words/pairs.tsv");
  private static final double MIN_PRECISION = .98;
  private static final double MIN_RECALL = .98;

  private final QueryMatcher matcher =
      new QueryMatcher(ShippedConfig.CHAIN, ShippedConfig.COMPILER);
  private final BilingualQueries bilingual = new BilingualQueries(ShippedConfig.BILINGUAL);

  private record Pair(String query, boolean expected, String text) {
    static Pair of(String line) {
      String[] columns = line.split("\t");
      return new Pair(columns[0], columns[1].equals("1"), columns[3]);
    }
  }

  private boolean matches(Pair pair) {
    Query query = ShippedConfig.query(pair.query());
    return matcher
        .findMatch(
            bilingual.expand(query, List.of("ko", "en")).query(),
            MatchInput.of(pair.text(), ArticleFields.none()))
        .isPresent();
  }

  @Test
  void findsWhatIsMeantAndNothingElse(TestReporter reporter) throws IOException {
    List<Pair> pairs =
        Files.readAllLines(PAIRS).stream()
            .filter(line -> !line.startsWith("# "))
            .map(Pair::of)
            .toList();
    List<Pair> found = pairs.stream().filter(this::matches).toList();
    List<Pair> wanted = pairs.stream().filter(Pair::expected).toList();
    double right = found.stream().filter(Pair::expected).count();
    reporter.publishEntry("precision", "" + right / found.size());
    reporter.publishEntry("recall", "" + right / wanted.size());
    assertThat(right / found.size())
        .as("false: %s", found.stream().filter(pair -> !pair.expected()).toList())
        .isGreaterThanOrEqualTo(MIN_PRECISION);
    assertThat(right / wanted.size())
        .as("missed: %s", wanted.stream().filter(pair -> !found.contains(pair)).toList())
        .isGreaterThanOrEqualTo(MIN_RECALL);
  }
}
