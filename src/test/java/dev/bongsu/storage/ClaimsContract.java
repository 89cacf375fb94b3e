package dev.bongsu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/// What `Claims` promises on every database.
interface ClaimsContract {
  Duration LEASE = Duration.ofSeconds(60);
  String DUE = "select id from work where lease_until_ms <= :now order by id limit :limit";

  TestDatabase open();

  @Test
  default void aRowHasOneWorkerUntilItsLeaseEnds() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      Claims claims = claims(database, clock, 1);

      Claim first = take(claims, 10).getFirst();
      assertThat(take(claims, 10)).isEmpty();

      clock.advance(LEASE);
      Claim second = take(claims, 10).getFirst();
      assertThat(second.id()).isEqualTo(first.id());
      assertThat(second.token()).isGreaterThan(first.token());
    }
  }

  @Test
  default void aClaimReadsItsRow() {
    try (TestDatabase database = open()) {
      Claims claims = claims(database, new TestClock(), 2);
      List<String> rows =
          claims.claim(
              DUE,
              Map.of("limit", 2),
              (claim, row) -> claim.id() + "/" + claim.token() + "/" + row.getLong("id"));
      assertThat(rows).containsExactlyInAnyOrder("1/1/1", "2/1/2");
    }
  }

  @Test
  default void r072LeaseExpiresAThirdBeforeTheTakeoverDeadline() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      Claims claims = claims(database, clock, 1);
      Claim dead = take(claims, 1).getFirst();

      clock.advance(LEASE.multipliedBy(2).dividedBy(3).minusMillis(1));
      assertThat(take(claims, 1)).isEmpty();
      clock.advance(Duration.ofMillis(1));
      assertThat(take(claims, 1).getFirst().id()).isEqualTo(dead.id());
    }
  }

  @Test
  default void r071LostLeaseCanNeitherBeRenewedNorReleased() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      Claims claims = claims(database, clock, 1);
      Claim frozen = take(claims, 1).getFirst();
      clock.advance(LEASE);
      Claim current = take(claims, 1).getFirst();

      assertThat(claims.renew(frozen)).isFalse();
      assertThat(claims.release(frozen)).isFalse();
      assertThat(claims.release(current)).isTrue();
    }
  }

  @Test
  default void renewalKeepsARowBeyondItsFirstLease() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      Claims claims = claims(database, clock, 1);
      Claim claim = take(claims, 1).getFirst();

      clock.advance(LEASE.dividedBy(2));
      assertThat(claims.renew(claim)).isTrue();
      clock.advance(LEASE.dividedBy(2));
      assertThat(take(claims, 1)).isEmpty();
    }
  }

  @Test
  default void lateRenewalDoesNotReclaimAReleasedRow() {
    try (TestDatabase database = open()) {
      TestClock clock = new TestClock();
      Claims claims = claims(database, clock, 1);
      Claim claim = take(claims, 1).getFirst();

      assertThat(claims.release(claim)).isTrue();
      assertThat(claims.renew(claim)).isFalse();
      assertThat(take(claims, 1)).hasSize(1);
    }
  }

  @Test
  default void r072EachRowIsClaimedOnceByManyWorkers() throws InterruptedException {
    try (TestDatabase database = open()) {
      int rows = 200;
      Claims claims = claims(database, new TestClock(), rows);
      ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
      Runnable worker =
          () -> {
            for (var batch = take(claims, 7); !batch.isEmpty(); batch = take(claims, 7)) {
              batch.forEach(claim -> taken.add(claim.id()));
            }
          };
      List<Thread> workers = List.of(new Thread(worker), new Thread(worker), new Thread(worker));
      workers.forEach(Thread::start);
      for (Thread thread : workers) {
        thread.join();
      }

      Set<Long> distinct = new HashSet<>(taken);
      assertThat(taken).hasSize(distinct.size());
      // Under SKIP LOCKED a worker may see nothing while others hold the rest; what is left comes
      // now.
      taken.addAll(take(claims, rows).stream().map(Claim::id).toList());
      assertThat(taken).hasSize(rows);
    }
  }

  private static List<Claim> take(Claims claims, int limit) {
    return claims.claim(DUE, Map.of("limit", limit));
  }

  private static Claims claims(TestDatabase database, TestClock clock, int rows) {
    var sql = database.database().write();
    sql.sql(
            "create table work (id integer primary key, lease_until_ms bigint not null default 0,"
                + " lease_token bigint not null default 0)")
        .update();
    for (int i = 1; i <= rows; i++) {
      sql.sql("insert into work (id) values (:id)").param("id", i).update();
    }
    return new Claims(database.database(), clock, new LeaseSettings(LEASE), "work", "id");
  }
}
