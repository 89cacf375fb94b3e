package dev.bongsu.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.analysis.TermKey;
import dev.bongsu.query.Condition;
import dev.bongsu.query.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class ConcurrentPostingsTest {
  private final ConcurrentPostings<Atom> postings = new ConcurrentPostings<>();
  private final Map<Atom, Integer> slots = new HashMap<>();

  private void add(int number) {
    Atom atom =
        new Atom(
            new Condition.FieldEquals(Field.SOURCE, "fact"),
            number,
            List.of(new TermKey(number, 0, true)));
    slots.put(atom, postings.add(atom, number, number + 1L));
  }

  private void remove(Atom atom) {
    postings.remove(Objects.requireNonNull(slots.remove(atom)), slots::put);
  }

  private List<Atom> visited(IntPredicate wants) {
    List<Atom> atoms = new ArrayList<>();
    postings.accept(
        new PostingList.Visitor<>() {
          @Override
          public boolean mayMatch(int signature) {
            return signature == 0 || wants.test(signature);
          }

          @Override
          public void visit(PostingList<Atom> item, int signature, long id) {
            Atom atom = (Atom) item;
            assertThat(signature).isEqualTo(atom.number);
            assertThat(id).isEqualTo(atom.number + 1L);
            atoms.add(atom);
          }
        });
    return atoms;
  }

  @Test
  void keepsRemainingItemsWithTheirSignatures() {
    Random random = new Random(5);
    for (int round = 1; round < 20_000; round++) {
      if (random.nextInt(3) > 0 || slots.isEmpty()) {
        add(round);
      } else {
        remove(slots.keySet().iterator().next());
      }
    }
    assertThat(visited(_ -> true)).containsExactlyInAnyOrderElementsOf(slots.keySet());
    assertThat(visited(signature -> signature % 3 == 0))
        .containsExactlyInAnyOrderElementsOf(
            slots.keySet().stream().filter(atom -> atom.number % 3 == 0).toList());
    assertThat(postings.size()).isEqualTo(slots.size());
    List.copyOf(slots.keySet()).forEach(this::remove);
    assertThat(visited(_ -> true)).isEmpty();
    assertThat(postings.size()).isZero();
  }
}
