package dev.bongsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.config.TestBot;
import dev.bongsu.console.ConsoleSender;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TerminalPicture;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/// `docs/demo.svg` is what the demo prints in its first seconds, with the demo's own settings,
/// newsroom and script, on a clock that the test moves. `-Dtranscript=write` draws it anew.
class DemoPictureTest {
  private static final Path PICTURE = Path.of("docs", "demo.svg");
  private static final Path SETTINGS = Path.of("config", "application-demo.yaml");
  private static final String TITLE =
      "The demo in a terminal: Bongsu watches two feeds and prints two alerts";
  private static final Duration TICK = Duration.ofMillis(250);
  private static final int TICKS = 40;

  private final TestClock clock = new TestClock();
  private final Newsroom newsroom = new Newsroom(clock, DemoArticleFile.read());
  private final NewsroomController controller = new NewsroomController(clock);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void thePictureIsWhatTheDemoPrints() throws IOException {
    String picture = draw();
    if ("write".equals(System.getProperty("transcript"))) {
      Files.writeString(PICTURE, picture);
    }
    assertThat(Files.readString(PICTURE)).isEqualTo(picture);
  }

  private String draw() {
    try (TestDatabase database = TestDatabase.sqlite();
        FeedServer server = FeedServer.start();
        TestBot bot =
            TestBot.start(
                database,
                clock,
                settings(server),
                context ->
                    context.registerBean("platform", ChatSender.class, this::terminalSender))) {
      publish(server);
      bot.updateArchive();
      new DemoScript(server.address("")).lines().forEach(line -> bot.say(ChatId.console(), line));
      for (int tick = 0; tick < TICKS; tick++) {
        bot.runDueWork();
        clock.advance(TICK);
        publish(server);
      }
      bot.runDueWork();
      return TerminalPicture.svg(TITLE, printedText(server).strip());
    }
  }

  private ConsoleSender terminalSender() {
    return new ConsoleSender(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  /// The settings of the profile `demo`, whose port is the server's.
  private static Map<String, String> settings(FeedServer server) {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new FileSystemResource(SETTINGS));
    Map<String, String> settings = new HashMap<>();
    Properties demo = Objects.requireNonNull(yaml.getObject());
    demo.forEach((name, value) -> settings.put(name.toString(), value.toString()));
    settings.put("bongsu.http.allow", server.allow());
    return settings;
  }

  /// What is out now, under the addresses that the newsroom gives.
  private void publish(FeedServer server) {
    URI base = server.address("");
    serve(server, "/demo/rss.xml", controller.rss(UriComponentsBuilder.fromUri(base)));
    serve(server, "/demo/atom.xml", controller.atom(UriComponentsBuilder.fromUri(base)));
    for (PublishedArticle article : newsroom.published()) {
      String path = article.path();
      String slug = article.article().slug();
      serve(server, path, controller.article(newsroom.runId(), slug));
    }
  }

  private static void serve(FeedServer server, String path, ResponseEntity<byte[]> answer) {
    byte[] body = Objects.requireNonNull(answer.getBody());
    MediaType type = Objects.requireNonNull(answer.getHeaders().getContentType());
    server.serve(path, body, type.toString());
  }

  /// The port differs from run to run: the picture shows the usual one.
  private String printedText(FeedServer server) {
    return printed.toString(StandardCharsets.UTF_8).replace(server.allow(), "127.0.0.1:8080");
  }
}
