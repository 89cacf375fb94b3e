package dev.bongsu.match;

import dev.bongsu.analysis.SearchTerm;
import dev.bongsu.query.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// A condition as an array of numbers, evaluated on the set of an article's atoms: a few adjacent
/// bytes, where the condition itself is many objects.
///
/// It ignores where words stand (near each other, in the title, in the lead). A formula with such
/// parts is an over-approximation: true means maybe, and [#isExact] is false.
final class Formula {
  /// Of a query that its signature decides.
  static final Formula ALWAYS_TRUE = new Formula(new int[0], true);

  /// Operators, each followed by the index of its end, then by its parts. Atoms are positive.
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

  /// @param number of an atom
  static Formula of(Condition condition, ToIntFunction<Condition> number) {
    Encoder encoder = new Encoder(number);
    encoder.encode(condition);
    return new Formula(Arrays.copyOf(encoder.code, encoder.size), encoder.exact);
  }

  /// Whether an article for which this holds satisfies the condition for certain.
  boolean isExact() {
    return exact;
  }

  /// @param present the numbers of the article's atoms
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

  /// Whether at least one part has the wanted value.
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
    private boolean inTitle;

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
        case Condition.InTitle(Condition part) -> encodeTitle(part);
        case Condition.About(Condition part) -> encodeLoosely(part);
        case Condition.Near(List<List<SearchTerm>> words, _) -> {
          exact = false;
          encode(ALL, words.stream().map(Encoder::anyOf).toList());
        }
      }
    }

    /// What is excluded from the title may stand in the body.
    private void encodeTitle(Condition part) {
      boolean outer = inTitle;
      inTitle = true;
      encodeLoosely(part);
      inTitle = outer;
    }

    private void encodeLoosely(Condition part) {
      exact = false;
      encode(part);
    }

    /// The negation of an over-approximation says nothing, so it becomes TRUE.
    private void encodeNone(Condition part) {
      if (inTitle) {
        emit(TRUE);
        return;
      }
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
