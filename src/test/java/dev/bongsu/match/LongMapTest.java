package dev.bongsu.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LongMapTest {
  private final LongMap<String> map = new LongMap<>();

  @Test
  void behavesLikeHashMap() {
    Map<Long, String> expected = new HashMap<>();
    Random random = new Random(3);
    for (int round = 0; round < 100_000; round++) {
      long key = random.nextInt(500) * (random.nextBoolean() ? 1L : 1L << 40);
      if (random.nextInt(3) == 0) {
        map.remove(key);
        expected.remove(key);
      } else {
        map.put(key, "value " + round);
        expected.put(key, "value " + round);
      }
    }
    assertThat(map.size()).isEqualTo(expected.size());
    for (long key = 0; key < 500; key++) {
      assertThat(map.get(key)).isEqualTo(expected.get(key));
      assertThat(map.get(key << 40)).isEqualTo(expected.get(key << 40));
    }
  }

  @Test
  void shrinksAfterRemovals() {
    for (long key = 0; key < 100_000; key++) {
      map.put(key, "value");
    }
    for (long key = 0; key < 100_000; key++) {
      map.remove(key);
    }
    assertThat(map.capacity()).isLessThan(100);
  }

  @Test
  void readersAlwaysFindAnUnchangedKey() throws InterruptedException {
    map.put(42, "stays");
    AtomicBoolean lost = new AtomicBoolean();
    AtomicBoolean done = new AtomicBoolean();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    if (map.get(42) == null) {
                      lost.set(true);
                    }
                  }
                });
    for (int round = 0; round < 20; round++) {
      for (long key = 100; key < 5_000; key++) {
        map.put(key, "comes");
      }
      for (long key = 100; key < 5_000; key++) {
        map.remove(key);
      }
    }
    done.set(true);
    reader.join();
    assertThat(lost).isFalse();
  }
}
