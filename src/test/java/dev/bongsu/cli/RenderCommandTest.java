package dev.bongsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.analysis.Dictionary;
import dev.bongsu.analysis.Synonyms;
import dev.bongsu.feed.FeedFetcher;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.page.ArticleReader;
import dev.bongsu.query.QueryCompiler;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.Topics;
import dev.bongsu.syndication.FeedParser;
import dev.bongsu.testkit.FeedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an operator sees of `render`.
class RenderCommandTest {
  private static final int MAX_BYTES = 100_000;
  @TempDir private Path folder;
  private final FeedServer server = FeedServer.start();

  private final HttpSettings settings =
      new HttpSettings(
          List.of(server.allow()),
          Duration.ZERO,
          DataSize.ofBytes(MAX_BYTES),
          Duration.ofSeconds(1));

  private final GuardedHttp http = new GuardedHttp(settings, InstantSource.system(), () -> 1);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Nested
  class Render {
    private static final String HOSTILE =
        "hostile <b>bold</b> & <!channel> [x](http://evil.example) _a_ *b*";

    @Test
    void showsWhatEachPlatformWouldGet() throws IOException {
      String line =
          """
          {"title":"%s","link":"https://a.example/1","source":"Wire",\
          "published":"2019-10-09T05:12:00Z","summary":["One.","Two."],"language":"ko"}
          """
              .formatted(HOSTILE);
      String file = write("alerts.jsonl", line);

      assertThat(run("render", "--json", "--platform", "telegram", file)).isZero();
      assertThat(run("render", "--json", "--platform", "slack", file)).isZero();
      assertThat(run("render", "--json", "--platform", "console", file)).isZero();

      List<JsonNode> requests = jsonLines();
      assertThat(requests.get(0).at("/request/text").asString())
          .startsWith("<b>hostile &lt;b&gt;bold&lt;/b&gt; &amp; &lt;!channel&gt; [x](http");
      assertThat(requests.get(1).at("/request/blocks/0/text/text").asString())
          .isEqualTo(HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
      assertThat(requests.get(2).at("/request/text").asString())
          .contains(HOSTILE, "2019년 10월 9일 오후 2:12 KST");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "javascript:alert(1)",
          "JavaScript:alert(1)",
          "data:text/html,<script>x</script>",
          "vbscript:x",
          "file:///etc/passwd",
          "tg://resolve?domain=x",
          "mailto:a@a.example",
          "https:",
          "http:///path",
          "//a.example/"
        })
    void refusesLinksThatAreNotOfTheWeb(String link) throws IOException {
      String file = write("alerts.jsonl", "{\"title\":\"t\",\"link\":\"" + link + "\"}");

      for (String platform : List.of("telegram", "slack", "console")) {
        assertThat(run("render", "--json", "--platform", platform, file)).isOne();
      }
      assertThat(jsonLines())
          .allSatisfy(
              line ->
                  assertThat(line.get("error").asString())
                      .isEqualTo("link is not an http or https address"));
    }

    @Test
    void goesOnAfterLinesThatDoNotWork() throws IOException {
      String file =
          write(
              "alerts.jsonl",
              """
              nonsense
              {"link":"https://a.example/1"}
              {"title":"t","link":"nowhere"}
              {"title":"t","link":"https://a.example/1","published":"soon"}
              {"title":"t","link":"https://a.example/1"}
              """);

      assertThat(run("render", "--json", "--platform", "telegram", file)).isOne();
      assertThat(jsonLines())
          .extracting(line -> line.get("ok").asBoolean())
          .containsExactly(false, false, false, false, true);
      assertThat(errors()).hasSize(4);
    }
  }

  private int run(String... arguments) {
    return new OperatorCommands(
            () -> OperatorCommands.RUNNING,
            this::parts,
            List::of,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .execute(arguments);
  }

  private Parts parts() {
    FeedParser parser = new FeedParser();
    return new TestParts()
        .with(HttpSettings.class, () -> settings)
        .with(GuardedHttp.class, () -> http)
        .with(FeedFetcher.class, () -> new FeedFetcher(http, parser))
        .with(FeedParser.class, () -> parser)
        .with(ArticleReader.class, ArticleReader::new)
        .with(QueryParser.class, () -> new QueryParser(Topics.none()))
        .with(
            QueryMatcher.class,
            () -> new QueryMatcher(chain(), new QueryCompiler(chain(), Topics.none())));
  }

  private static AnalysisChain chain() {
    return new AnalysisChain(
        Dictionary.read(new StringReader("")), Synonyms.read(new StringReader("")));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private List<JsonNode> jsonLines() {
    return out.toString(StandardCharsets.UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
  }

  private List<String> errors() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
