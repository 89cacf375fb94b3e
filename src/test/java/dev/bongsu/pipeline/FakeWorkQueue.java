package dev.bongsu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bongsu.storage.WorkHandler;
import dev.bongsu.storage.WorkQueue;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/// Rows of a queue; a test says when their handling may end.
final class FakeWorkQueue implements WorkQueue<FakeRow>, WorkHandler<FakeRow> {
  static final int SLOTS = 3;

  final Queue<String> due = new ConcurrentLinkedQueue<>();
  final BlockingQueue<Integer> claims = new LinkedBlockingQueue<>();
  final BlockingQueue<String> handled = new LinkedBlockingQueue<>();
  final Queue<String> renewed = new ConcurrentLinkedQueue<>();
  final Queue<String> deferred = new ConcurrentLinkedQueue<>();
  final Queue<String> released = new ConcurrentLinkedQueue<>();
  final CountDownLatch mayEnd = new CountDownLatch(1);
  volatile CountDownLatch claimMayEnd = new CountDownLatch(0);
  volatile int failingClaims;
  volatile Supplier<Optional<Instant>> next = Optional::empty;

  void addDue(String... rows) {
    due.addAll(List.of(rows));
  }

  @Override
  public WorkQueue<FakeRow> queue() {
    return this;
  }

  @Override
  public String table() {
    return "fake";
  }

  @Override
  public List<FakeRow> claim(int atMost) {
    claims.add(atMost);
    await(claimMayEnd);
    if (failingClaims > 0) {
      failingClaims = 0;
      throw new IllegalStateException("no database");
    }
    List<FakeRow> rows = new ArrayList<>();
    for (String name = poll(rows, atMost); name != null; name = poll(rows, atMost)) {
      rows.add(new FakeRow(name));
    }
    return rows;
  }

  private @Nullable String poll(List<FakeRow> rows, int atMost) {
    return rows.size() < atMost ? due.poll() : null;
  }

  @Override
  public Optional<Instant> nextDue() {
    return next.get();
  }

  @Override
  public void handle(FakeRow claimed) {
    String row = claimed.name();
    handled.add(row);
    await(mayEnd);
    if (row.startsWith("broken")) {
      throw new IllegalStateException("a bug");
    }
    if (row.equals("busy")) {
      throw new CannotGetJdbcConnectionException(
          "no connection", new SQLTransientConnectionException("timeout"));
    }
    if (row.equals("fatal")) {
      throw new LinkageError("no such class");
    }
    if (row.equals("overflow")) {
      throw new StackOverflowError();
    }
  }

  @Override
  public void defer(FakeRow row) {
    deferred.add(row.name());
  }

  @Override
  public void release(FakeRow row) {
    released.add(row.name());
  }

  @Override
  public boolean renew(FakeRow row) {
    renewed.add(row.name());
    if (row.name().equals("unrenewable")) {
      throw new IllegalStateException("no database");
    }
    return true;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
