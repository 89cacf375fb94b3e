package dev.bongsu.match;

import dev.bongsu.analysis.SearchTerm;
import dev.bongsu.query.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// A condition as numbers, to be asked of the set of leaves that an article has: a few bytes in one
/// place, where the condition itself is objects all over the memory.
///
/// Where words stand, near each other or in the title, is not in it. A formula with such parts says
/// no for certain only; then [#isExact] is false.
final class Formula {
  /// Of a query that its filing decides.
  static final Formula ALWAYS_TRUE = new Formula(new int[0], true);

  /// Operators; where each ends comes after it, then its parts. Leaves are positive.
  private static final int ALL = -1;

  private static final int ANY = -2;
  private static final int NONE = -3;
  private static final int TRUE = -4;

  private final int[] code;
  private final boolean exact;

  private Formula(int[] code, boolean exact) {
    this.code = code;
    this.exact = exact;
  }

  /// @param number of an atom's leaf
  static Formula of(Condition condition, ToIntFunction<Condition> number) {
    Encoder writer = new Encoder(number);
    writer.encode(condition);
    return new Formula(Arrays.copyOf(writer.code, writer.size), writer.exact);
  }

  /// Whether an article for which this holds satisfies the condition for certain.
  boolean isExact() {
    return exact;
  }

  /// @param present the numbers of the article's leaves
  boolean holds(LongSet present) {
    return code.length == 0 || holds(0, present);
  }

  private boolean holds(int at, LongSet present) {
    return switch (code[at]) {
      case ALL -> !anyPartEvaluatesTo(false, at, present);
      case ANY -> anyPartEvaluatesTo(true, at, present);
      case NONE -> !holds(at + 2, present);
      case TRUE -> true;
      default -> present.contains(code[at]);
    };
  }

  /// Whether a part holds, or does not.
  private boolean anyPartEvaluatesTo(boolean wanted, int at, LongSet present) {
    for (int part = at + 2; part < code[at + 1]; part = endOf(part)) {
      if (holds(part, present) == wanted) {
        return true;
      }
    }
    return false;
  }

  private int endOf(int part) {
    return code[part] > 0 || code[part] == TRUE ? part + 1 : code[part + 1];
  }

  private static final class Encoder {
    private final ToIntFunction<Condition> number;
    private int[] code = new int[8];
    private int size;
    private boolean exact = true;

    Encoder(ToIntFunction<Condition> number) {
      this.number = number;
    }

    void encode(Condition condition) {
      switch (condition) {
        case Condition.Contains _, Condition.FieldEquals _ -> emit(number.applyAsInt(condition));
        case Condition.All(List<Condition> parts) -> encode(ALL, parts);
        case Condition.Any(List<Condition> parts) -> encode(ANY, parts);
        case Condition.OrElse(Condition first, Condition other) ->
            encode(ANY, List.of(first, other));
        case Condition.None(Condition part) -> encodeNone(part);
        case Condition.InTitle(Condition part) -> {
          exact = false;
          encode(part);
        }
        case Condition.Near(List<List<SearchTerm>> words, _) -> {
          exact = false;
          encode(ALL, words.stream().map(Encoder::anyOf).toList());
        }
      }
    }

    /// Of the opposite of something that may be said too often nothing is known.
    private void encodeNone(Condition part) {
      int start = size;
      boolean before = exact;
      exact = true;
      encode(NONE, List.of(part));
      if (!exact) {
        size = start;
        emit(TRUE);
      }
      exact &= before;
    }

    private static Condition anyOf(List<SearchTerm> terms) {
      return new Condition.Any(terms.stream().<Condition>map(Condition.Contains::new).toList());
    }

    private void encode(int operator, List<Condition> parts) {
      emit(operator);
      int end = size;
      emit(0);
      parts.forEach(this::encode);
      code[end] = size;
    }

    private void emit(int item) {
      if (size == code.length) {
        code = Arrays.copyOf(code, size * 2);
      }
      code[size++] = item;
    }
  }
}
