package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final int MEGABYTE = 1024 * 1024;

  private final MemoryBudget budget = new MemoryBudget(80L * MEGABYTE);

  @Test
  void f8SmallBodiesNeedNoShare() throws IOException {
    try (MemoryBudget.Share share = open(0)) {
      share.grow(MemoryBudget.FREE_BYTES);

      assertThat(budget.usedBytes()).isZero();
    }
  }

  @Test
  void f8ALargeBodyIsRefusedWhenNoShareIsFreeInTime() throws IOException {
    try (MemoryBudget.Share first = open(0);
        MemoryBudget.Share second = open(0)) {
      first.grow(MEGABYTE);
      first.grow(2 * MEGABYTE);

      assertThat(budget.usedBytes()).isEqualTo(10L * MEGABYTE);
      assertThatThrownBy(() -> second.grow(MEGABYTE))
          .isInstanceOf(MemoryBudget.ExhaustedException.class);
      assertThat(budget.refused()).isEqualTo(1);
    }
    assertThat(budget.usedBytes()).isZero();
  }

  @Test
  void f8ALargeBodyWaitsForItsShare() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (MemoryBudget.Share first = open(0)) {
      first.grow(MEGABYTE);
      Thread.ofVirtual()
          .start(
              () -> {
                try (MemoryBudget.Share second = open(60)) {
                  second.grow(MEGABYTE);
                  done.countDown();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(done.getCount()).isEqualTo(1);
    }
    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void f8ParsingCountsBytesAndTags() throws IOException {
    byte[] text = "a".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    byte[] tags = "<".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    try (MemoryBudget.Share one = open(0);
        MemoryBudget.Share other = open(0)) {
      one.parse(text);
      long ofText = budget.usedBytes();
      other.parse(tags);

      assertThat(ofText).isBetween(790_000L, 800_000L);
      assertThat(budget.usedBytes() - ofText).isBetween(3_070_000L, 3_080_000L);
    }
  }

  /// However large it is: it would wait for ever otherwise.
  @Test
  void f8ADocumentLargerThanTheBudgetIsParsedAlone() throws IOException {
    try (MemoryBudget.Share share = open(0)) {
      share.parse(new byte[10 * MEGABYTE]);

      assertThat(budget.usedBytes()).isEqualTo(20L * MEGABYTE);
    }
  }

  private MemoryBudget.Share open(int seconds) {
    return budget.open(10L * MEGABYTE, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
  }
}
