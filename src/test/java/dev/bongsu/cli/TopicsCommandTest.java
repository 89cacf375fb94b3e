package dev.bongsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.analysis.Dictionary;
import dev.bongsu.analysis.Synonyms;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.match.TopicVerifier;
import dev.bongsu.query.QueryCompiler;
import dev.bongsu.query.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an operator sees of `topics check`.
class TopicsCommandTest {
  private static final String TOPIC =
      """
      name: harbours
      title: {ko: 항만, en: Harbours}
      covers: {ko: 항만 소식, en: News of harbours}
      query:
        ko: 항만
        en: harbour OR port
      matches:
        - The harbour opens
        - A port is closed
        - 항만 재개장
      ignores:
        - The bank opens
        - A USB port is broken
        - 은행 재개장
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void printsPrecisionAndRecallAndTheHeadlinesThatContradict() throws IOException {
    assertThat(run("topics", "check", "--json", write("harbours.yaml", TOPIC))).isOne();
    JsonNode line = JsonMapper.shared().readTree(out.toByteArray());
    assertThat(line.get("topic").asString()).isEqualTo("harbours");
    assertThat(line.get("precision").asDouble()).isEqualTo(0.75);
    assertThat(line.get("recall").asDouble()).isEqualTo(1);
    assertThat(line.at("/failures/0/headline").asString()).isEqualTo("A USB port is broken");
    assertThat(line.get("error").asString())
        .isEqualTo(
            "#harbours: precision 0.75, recall 1.00; 'A USB port is broken' matches though it"
                + " should not");
  }

  @Test
  void aTopicThatHoldsIsALine() throws IOException {
    String topic = TOPIC.replace("harbour OR port", "harbour OR =port -USB");
    assertThat(run("topics", "check", write("a.yaml", topic))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .endsWith("a.yaml: #harbours: precision 1.00, recall 1.00\n");
  }

  @Test
  void aFileThatIsNoTopicIsNamedAndTheOthersAreChecked() throws IOException {
    String bad = write("bad.yaml", "name: [");
    assertThat(run("topics", "check", bad, write("harbours.yaml", TOPIC))).isOne();
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith(bad + ": line 1 is not YAML");
  }

  @Test
  void anotherActionIsAnswered() {
    assertThat(run("topics", "list", "x.yaml")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("topics check FILE");
  }

  private int run(String... arguments) {
    AnalysisChain chain =
        new AnalysisChain(
            Dictionary.read(new StringReader("")), Synonyms.read(new StringReader("")));
    TopicVerifier verifier =
        new TopicVerifier(new QueryMatcher(chain, new QueryCompiler(chain, Topics.none())));
    Parts parts = new TestParts().with(TopicVerifier.class, () -> verifier);
    return new OperatorCommands(
            () -> OperatorCommands.RUNNING,
            () -> parts,
            List::of,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .execute(arguments);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
