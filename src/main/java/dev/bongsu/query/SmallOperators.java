package dev.bongsu.query;

import dev.bongsu.query.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words in small letters that are operators only between two parts: `a or b`, `a but not b`.
final class SmallOperators {
  private static final Map<String, Kind> KINDS =
      Map.of(
          "or", Kind.OR,
          "아니면", Kind.OR,
          "and", Kind.AND,
          "except", Kind.MINUS,
          "excluding", Kind.MINUS,
          "without", Kind.MINUS);

  private static final Set<String> BEFORE_NOT = Set.of("and", "but");

  private SmallOperators() {}

  static boolean isOne(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return KINDS.containsKey(small) || BEFORE_NOT.contains(small);
  }

  /// The same tokens with such words as operators.
  static List<QueryToken> read(List<QueryToken> tokens) {
    List<QueryToken> read = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      QueryToken token = tokens.get(i);
      boolean between =
          token.kind() == Kind.WORD && !read.isEmpty() && read.getLast().kind().endsPart();
      if (between && isNotAfter(tokens, i)) {
        read.add(as(Kind.MINUS, tokens.get(++i)));
      } else if (between && tokens.get(i + 1).kind().startsPart()) {
        read.add(as(KINDS.getOrDefault(token.text().toLowerCase(Locale.ROOT), Kind.WORD), token));
      } else {
        read.add(token);
      }
    }
    return read;
  }

  /// Whether a word, a NOT and a part begin here.
  private static boolean isNotAfter(List<QueryToken> tokens, int at) {
    return BEFORE_NOT.contains(tokens.get(at).text())
        && tokens.get(at + 1).text().toLowerCase(Locale.ROOT).equals("not")
        && tokens.get(at + 2).kind().startsPart();
  }

  private static QueryToken as(Kind kind, QueryToken token) {
    return new QueryToken(kind, token.text(), token.position(), token.end(), token.distance());
  }
}
