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
import dev.bongsu.query.BilingualLexicon;
import dev.bongsu.query.BilingualQueries;
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
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an operator sees of `match`.
class MatchCommandTest {
  private static final int MAX_BYTES = 100_000;

  private static final String PAGE =
      """
      <html lang="ko"><head><title>서울에서 사이버 안보 회의</title></head><body><article>
      <p>정부는 1일 서울에서 국제 사이버 안보 회의를 열고 각국 대표와 협력 방안을 논의했다고 밝혔다.</p>
      <p>회의에는 스무 나라의 대표가 참석해 위협에 공동으로 대응하기로 뜻을 모았으며 내년에도 이어 가기로 했다.</p>
      <p>참가국은 정보 공유 체계를 만들고 수사에서도 힘을 합치기로 합의했다고 관계자가 설명했다.</p>
      </article></body></html>
      """;

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
  class Match {
    @Test
    void tellsWhereAQueryMatches() throws IOException {
      server.serve("/page", PAGE, "text/html; charset=utf-8");
      assertThat(run("match", "--json", "사이버안보 회의", url("/page"), "/none")).isOne();
      assertThat(jsonLines().getFirst().get("matches").asBoolean()).isTrue();
      assertThat(jsonLines().getFirst().at("/spans/0/0").asInt()).isEqualTo(5);
      assertThat(jsonLines().getLast().get("query").asString()).isEqualTo("사이버안보 회의");
      assertThat(jsonLines().getLast().get("ok").asBoolean()).isFalse();
    }

    @Test
    void judgesEachPairByItself() throws IOException {
      String pairs =
          "\uFEFF회의\tignored\t정부가 회의를 열었다\r\n\r\n# comment\t\r\n"
              + "\"open\ttext\r\nno tab\r\n한화비전\t회의를 열었다";
      assertThat(run("match", "--json", "--pairs", write("pairs.tsv", pairs))).isOne();
      assertThat(jsonLines())
          .extracting(line -> line.get("line").asInt() + " " + line.get("ok").asBoolean())
          .containsExactly("1 true", "4 false", "5 false", "6 true");
      assertThat(jsonLines().getFirst().get("query").asString()).isEqualTo("회의");
      assertThat(jsonLines().getFirst().get("spans").toString()).isEqualTo("[[4,6]]");
      assertThat(jsonLines().getLast().get("matches").asBoolean()).isFalse();
      assertThat(errors()).hasSize(2);
    }

    @Test
    void saysWhereItStandsAndWhetherTheTextIsAboutIt() throws IOException {
      server.serve("/page", PAGE, "text/html; charset=utf-8");
      assertThat(where("사이버안보 회의")).isEqualTo("\"title\" true");
      assertThat(where("사이버안보 각국")).isEqualTo("\"lead\" true");
      assertThat(where("title:서울 수사")).isEqualTo("\"body\" false");
      assertThat(where("체계")).isEqualTo("\"body\" false");
      assertThat(where("서울 -수사")).isEqualTo("null false");
    }

    private String where(String query) {
      out.reset();
      run("match", "--json", query, url("/page"));
      JsonNode line = jsonLines().getFirst();
      return line.get("where") + " " + line.get("about");
    }

    @Test
    void m13ALineThatBeginsWithATopicIsAPair() throws IOException {
      assertThat(run("match", "--json", "--pairs", write("pairs.tsv", "#회의\t회의\n#\n# a\tb\n")))
          .isOne();
      assertThat(jsonLines()).hasSize(1);
      assertThat(jsonLines().getFirst().get("query").asString()).isEqualTo("#회의");
    }

    @Test
    void saysAMissingFileOfPairsInJsonToo() {
      assertThat(run("match", "--json", "--pairs", "/none")).isOne();
      assertThat(jsonLines().getFirst().get("error").asString()).isEqualTo("no such file");
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
            BilingualQueries.class,
            () -> new BilingualQueries(BilingualLexicon.read(new StringReader(""), chain())))
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

  private String url(String path) {
    return server.address(path).toString();
  }

  private List<JsonNode> jsonLines() {
    return out.toString(StandardCharsets.UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
  }

  private List<String> errors() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
