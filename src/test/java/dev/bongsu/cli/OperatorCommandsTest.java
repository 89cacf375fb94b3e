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

/// What an operator sees of `feed`, `read` and `match`.
class OperatorCommandsTest {
  private static final int MAX_BYTES = 100_000;

  private static final String FEED =
      """
      <rss version="2.0"><channel><title>보안 소식</title><link>http://news.example/</link>
      <item><title>사이버안보 회의</title><link>http://news.example/1</link><guid>1</guid>
      <pubDate>Wed, 09 Oct 2019 14:12:00 +0900</pubDate></item></channel></rss>
      """;

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
  class Feed {
    @Test
    void showsAFileOfAnyName() throws IOException {
      assertThat(run("feed", "--json", write("소식.xml", FEED))).isZero();
      JsonNode feed = jsonLines().getFirst();
      assertThat(feed.get("ok").asBoolean()).isTrue();
      assertThat(feed.get("error").isNull()).isTrue();
      assertThat(feed.at("/feed/title").asString()).isEqualTo("보안 소식");
      assertThat(feed.at("/entries/0/published").asString()).isEqualTo("2019-10-09T05:12:00Z");
      assertThat(errors()).isEmpty();
    }

    @Test
    void goesOnAfterInputsThatDoNotWork() throws IOException {
      String page = write("page.html", PAGE);
      String empty = write("empty", "");
      String large = write("large", "a".repeat(MAX_BYTES + 1));
      String good = write("good.xml", FEED);
      assertThat(run("feed", "--json", page, empty, large, dir(), "no\0name", "/none", good))
          .isOne();
      assertThat(jsonLines())
          .extracting(line -> line.get("ok").asBoolean())
          .containsExactly(false, false, false, false, false, false, true);
      assertThat(jsonLines().subList(0, 6))
          .allMatch(line -> !line.get("error").asString().isBlank());
      assertThat(errors()).hasSize(6);
    }

    @Test
    void saysWhyAnAddressDoesNotWork() {
      server.redirect("/moved", 302, "http://169.254.169.254/latest");
      server.drip("/slow", "HTTP/1.1 200 OK\r\n\r\n", ' ');
      int status =
          run(
              "feed",
              "http://127.0.0.1/feed",
              "ftp://news.example/feed",
              url("/none"),
              url("/moved"),
              url("/slow"));
      assertThat(status).isOne();
      assertThat(errors())
          .satisfiesExactly(
              line -> assertThat(line).contains("not on the public internet"),
              line -> assertThat(line).endsWith("not an http or https address"),
              line -> assertThat(line).endsWith("answered 404"),
              line -> assertThat(line).contains("169.254.169.254"),
              line -> assertThat(line).endsWith("deadline exceeded"));
    }

    @Test
    void takesTheLinesOfAList() throws IOException {
      String good = write("good.xml", FEED);
      String list = write("list", "\uFEFF" + good + "\r\n\r\n  /none  \n");
      assertThat(run("feed", "--json", "@/none", "@" + list, good)).isOne();
      assertThat(jsonLines())
          .extracting(line -> line.get("source").asString())
          .containsExactly("@/none", good, "/none", good);
    }

    @Test
    void keepsControlCharactersFromTheTerminal() throws IOException {
      run("feed", write("feed.xml", FEED.replace("보안", "\u009b31m보안")));
      assertThat(out.toString(StandardCharsets.UTF_8)).contains("보안").doesNotContain("\u009b");
    }
  }

  @Nested
  class Read {
    @Test
    void showsAnArticleWithItsSummary() throws IOException {
      assertThat(run("read", "--json", "--query", "회의", write("page.html", PAGE))).isZero();
      JsonNode article = jsonLines().getFirst();
      assertThat(article.get("kind").asString()).isEqualTo("news");
      assertThat(article.get("title").asString()).isEqualTo("서울에서 사이버 안보 회의");
      assertThat(article.get("language").asString()).isEqualTo("ko");
      assertThat(article.get("published").isNull()).isTrue();
      assertThat(article.get("summary")).isNotEmpty();
    }

    @Test
    void takesPlainTextAndATitle() throws IOException {
      String text = write("text", "The ministers met in Seoul. They agreed on a treaty.");
      assertThat(run("read", "--json", "--plain", "--title", "Talks", text)).isZero();
      assertThat(jsonLines().getFirst().get("title").asString()).isEqualTo("Talks");
    }

    @Test
    void saysABadQueryOnceAndReadsNothing() throws IOException {
      String page = write("page.html", PAGE);
      assertThat(run("read", "--json", "--query", "\"open", page, page)).isEqualTo(2);
      assertThat(jsonLines()).isEmpty();
      assertThat(errors()).singleElement().asString().contains("A quotation mark is not closed");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "feed",
        "feed --frob x",
        "read",
        "match",
        "match --json",
        "match query",
        "match --pairs a query page",
        "match \"open page",
        "run more"
      })
  void wrongCommandLineIsOneLineAndStatusTwo(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(errors()).singleElement().asString().contains("; try: bongsu");
    assertThat(jsonLines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "--version", "run --help", "feed --help", "match -h", "doctor --help"})
  void helpOpensNothing(String line) {
    assertThat(run(line.split(" "))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isNotBlank();
  }

  @Test
  void runsTheBotWithoutACommand() {
    assertThat(run()).isEqualTo(OperatorCommands.RUNNING);
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

  private String dir() {
    return folder.toString();
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
