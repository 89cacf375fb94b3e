package dev.bongsu.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private final Slots<String> slots = new Slots<>();
  private final Map<String, Integer> where = new HashMap<>();

  private void add(String item) {
    where.put(item, slots.add(item));
  }

  private void remove(String item) {
    slots.remove(Objects.requireNonNull(where.remove(item)), where::put);
  }

  private List<String> items() {
    List<String> items = new ArrayList<>();
    slots.forEach(items::add);
    return items;
  }

  @Test
  void keepsWhatWasNotRemoved() {
    Random random = new Random(5);
    for (int round = 0; round < 20_000; round++) {
      if (random.nextInt(3) > 0 || where.isEmpty()) {
        add("item " + round);
      } else {
        remove(where.keySet().iterator().next());
      }
    }
    assertThat(items()).containsExactlyInAnyOrderElementsOf(where.keySet());
    assertThat(slots.size()).isEqualTo(where.size());
    List.copyOf(where.keySet()).forEach(this::remove);
    assertThat(items()).isEmpty();
    assertThat(slots.isEmpty()).isTrue();
  }
}
