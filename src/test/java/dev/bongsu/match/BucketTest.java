package dev.bongsu.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.analysis.TermKey;
import dev.bongsu.query.Condition;
import dev.bongsu.query.FactField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class BucketTest {
  private final Bucket<Leaf> bucket = new Bucket<>();
  private final Map<Leaf, Integer> where = new HashMap<>();

  private void add(int number) {
    Leaf leaf =
        new Leaf(
            new Condition.Is(FactField.SOURCE, "fact"),
            number,
            List.of(new TermKey(number, 0, true)));
    where.put(leaf, bucket.add(leaf, number, number + 1L));
  }

  private void remove(Leaf leaf) {
    bucket.remove(Objects.requireNonNull(where.remove(leaf)), where::put);
  }

  private List<Leaf> wanted(IntPredicate wants) {
    List<Leaf> leaves = new ArrayList<>();
    bucket.visit(
        new Pile.Visitor<>() {
          @Override
          public boolean wants(int mark) {
            return mark == 0 || wants.test(mark);
          }

          @Override
          public void take(Pile<Leaf> item, int mark, long id) {
            Leaf leaf = (Leaf) item;
            assertThat(mark).isEqualTo(leaf.number);
            assertThat(id).isEqualTo(leaf.number + 1L);
            leaves.add(leaf);
          }
        });
    return leaves;
  }

  @Test
  void keepsWhatWasNotRemovedWithItsMark() {
    Random random = new Random(5);
    for (int round = 1; round < 20_000; round++) {
      if (random.nextInt(3) > 0 || where.isEmpty()) {
        add(round);
      } else {
        remove(where.keySet().iterator().next());
      }
    }
    assertThat(wanted(_ -> true)).containsExactlyInAnyOrderElementsOf(where.keySet());
    assertThat(wanted(mark -> mark % 3 == 0))
        .containsExactlyInAnyOrderElementsOf(
            where.keySet().stream().filter(leaf -> leaf.number % 3 == 0).toList());
    assertThat(bucket.size()).isEqualTo(where.size());
    List.copyOf(where.keySet()).forEach(this::remove);
    assertThat(wanted(_ -> true)).isEmpty();
    assertThat(bucket.size()).isZero();
  }
}
