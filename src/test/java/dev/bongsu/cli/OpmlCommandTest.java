package dev.bongsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.feed.AudienceStore;
import dev.bongsu.feed.FeedSchedule;
import dev.bongsu.feed.FeedSettings;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HostStore;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine;

/// Lists of feeds, taken in and given out.
class OpmlCommandTest {
  private final TestClock clock = new TestClock();
  private final TestDatabase database = TestDatabase.sqlite();
  private final HttpSettings settings =
      new HttpSettings(
          List.of(), Duration.ofSeconds(1), DataSize.ofMegabytes(1), Duration.ofSeconds(5));
  private final GuardedHttp http = new GuardedHttp(settings, clock, () -> 0);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    http.close();
    database.close();
  }

  @Test
  void r103FiveHundredFeedsOfABrokenListAreTakenInAndItIsSaidHowFarItIs() throws IOException {
    String outlines =
        IntStream.range(0, 520)
            .mapToObj(
                i ->
                    "<outline text='A & B %d' xmlUrl='https://f%d.example/rss?a=1&b=2'>"
                        .formatted(i, i))
            .collect(Collectors.joining());
    String list = "<opml><body>" + outlines + "</body>";
    String file = Files.writeString(folder.resolve("broken.opml"), list).toString();

    assertThat(run("import", file, "--chat", "console", "--json")).isZero();

    assertThat(shown()).contains("\"feeds\":500,\"added\":500,\"leftOut\":20");
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(4)
        .last()
        .asString()
        .endsWith("400 of 500 feeds");
  }

  @Test
  void whatIsGivenOutCanBeTakenInByAnother() throws IOException {
    String list =
        "<opml><body><outline text='A &amp; B' xmlUrl='https://a.example/rss?x=1&amp;y=2'/>"
            + "<outline text='항만' xmlUrl='https://b.example/rss'/></body></opml>";
    String file = Files.writeString(folder.resolve("a.opml"), list).toString();
    run("import", file, "--chat", "console");
    out.reset();
    run("export", "--chat", "console");
    String exported = shown();
    String again = Files.writeString(folder.resolve("b.opml"), exported).toString();

    run("import", again, "--chat", "telegram:1");
    out.reset();
    run("export", "--chat", "telegram:1");

    assertThat(shown()).isEqualTo(exported).contains("A &amp; B", "항만", "x=1&amp;y=2");
  }

  private static final FeedSettings FEEDS =
      new FeedSettings(
          Duration.ofMinutes(15),
          Duration.ofMinutes(5),
          FeedSettings.Audience.KEEPERS,
          List.of(),
          "");

  private String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    OpmlCommand command =
        new OpmlCommand(
            this::parts,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new CommandLine(command).execute(arguments);
  }

  private Parts parts() {
    FeedStore feeds =
        new FeedStore(
            database.database(),
            clock,
            new LeaseSettings(Duration.ofSeconds(60)),
            new HostStore(database.database(), clock, settings),
            new FeedSchedule(FEEDS, () -> 1.0),
            new AudienceStore(database.database(), clock, FEEDS),
            database.nudges());
    return new TestParts()
        .with(FeedStore.class, () -> feeds)
        .with(KeeperStore.class, () -> new KeeperStore(database.database(), clock))
        .with(ChatStore.class, () -> new ChatStore(database.database(), clock));
  }
}
