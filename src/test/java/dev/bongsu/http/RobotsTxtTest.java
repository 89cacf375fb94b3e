package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RobotsTxtTest {
  private final FeedServer server = FeedServer.start();
  private final TestDatabase database = TestDatabase.sqlite();
  private final TestClock clock = new TestClock();
  private final GuardedHttp http =
      new GuardedHttp(
          new HttpSettings(
              List.of(server.allow()),
              Duration.ofSeconds(1),
              DataSize.ofMegabytes(10),
              Duration.ofSeconds(30)),
          clock,
          () -> 1);
  private final RobotsTxt robots = new RobotsTxt(http, database.database(), clock);

  @AfterEach
  void close() {
    http.close();
    server.close();
    database.close();
  }

  @Test
  void f15KeepsTheRulesForThisAgentOnly() {
    serve(
        "User-agent: other\nDisallow: /news\n".repeat(10_000)
            + "User-agent: *\nDisallow: /*/private$\nAllow: /open/\nDisallow: /open\n"
            + "Disallow: /가\n");

    assertThat(storedChars()).isLessThan(200);
    assertThat(isAllowed("/news")).isTrue();
    assertThat(isAllowed("/a/private")).isFalse();
    assertThat(isAllowed("/a/private/b")).isTrue();
    assertThat(isAllowed("/open/1")).isTrue();
    assertThat(isAllowed("/opener")).isFalse();
    assertThat(isAllowed("/%EA%B0%80/1")).isFalse();
  }

  @Test
  void f15AGroupOfItsOwnGoesBeforeTheOneForAll() {
    serve("User-agent: *\nDisallow: /\n\nUser-agent: " + UserAgent.NAME + "\nDisallow: /x\n");

    assertThat(isAllowed("/a")).isTrue();
    assertThat(isAllowed("/x")).isFalse();
  }

  @Test
  void f15RulesWithoutEndAreABan() {
    StringBuilder many = new StringBuilder("User-agent: *\n");
    for (int i = 0; i < 20_000; i++) {
      many.append("Disallow: /path-").append(i).append('\n');
    }
    serve(many.toString());

    assertThat(storedChars()).isLessThan(200);
    assertThat(isAllowed("/anything")).isFalse();
  }

  @Test
  void f15ABanAndNoRulesAreKeptAsSuch() {
    serve("User-agent: *\nDisallow: /\n");
    assertThat(isAllowed("/a")).isFalse();

    clock.advance(Duration.ofDays(2));
    serve("User-agent: *\nDisallow:\n");
    assertThat(isAllowed("/a")).isTrue();
    assertThat(storedChars()).isZero();
  }

  private void serve(String text) {
    server.serve("/robots.txt", text, "text/plain");
    robots.fetch(server.address("/a"), Duration.ofSeconds(30));
  }

  private boolean isAllowed(String path) {
    return robots.isAllowed(server.address(path)).orElseThrow();
  }

  private long storedChars() {
    return database
        .database()
        .read()
        .sql("select length(rules) as chars from robots")
        .query((row, _) -> row.getLong("chars"))
        .single();
  }
}
