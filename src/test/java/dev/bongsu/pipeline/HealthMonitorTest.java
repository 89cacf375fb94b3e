package dev.bongsu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestRows;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthMonitorTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private final HealthMonitorFixture world = new HealthMonitorFixture(TestDatabase.sqlite());

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void nothingIsReportedWhileAllIsWell() {
    world.addReply();
    world.receive();
    world.storage.check();
    world.monitor.check();

    assertThat(world.notices()).isEmpty();
  }

  @Test
  void anOldQueueIsReportedByItsNameAfterHalfAnHour() {
    world.addReply();
    world.receive();
    world.clock.advance(HALF_HOUR);
    world.monitor.check();
    assertThat(world.notices()).isEmpty();

    world.clock.advance(Duration.ofMillis(1));
    world.monitor.check();
    assertThat(world.notices())
        .hasSize(2)
        .anyMatch(notice -> notice.startsWith("queue_old deliveries ") && notice.contains("1 rows"))
        .anyMatch(notice -> notice.startsWith("queue_old inbox ") && notice.contains("30 min"));
  }

  @Test
  void articlesThatNobodyReadsAreReportedToo() {
    TestRows rows = new TestRows(world.database, world.clock);
    rows.article(rows.feed("http://a.example/", false), "1", "http://a.example/1", "a.example");
    world.monitor.check();

    assertThat(world.notices())
        .singleElement()
        .asString()
        .startsWith("queue_old articles 1 rows, ");
  }

  @Test
  void aDatabaseThatTakesNoWritesIsReportedAndItsQueuesAreNot() {
    world.addReply();
    world.clock.advance(HALF_HOUR.plusSeconds(1));
    execute("alter table storage_probe rename to storage_probe_gone");
    world.storage.check();
    world.monitor.check();
    assertThat(world.notices())
        .singleElement()
        .asString()
        .startsWith("database_stuck  the database does not answer");

    execute("alter table storage_probe_gone rename to storage_probe");
    world.storage.check();
    world.monitor.check();
    assertThat(world.notices()).hasSize(2).anyMatch(n -> n.startsWith("queue_old deliveries"));
  }

  private void execute(String sql) {
    world.database.database().write().sql(sql).update();
  }
}
