package dev.bongsu.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for tokens that follow each other in one text.
final class TokenSearch {
  private final List<Token> tokens;
  private final int[] positions;
  private final Map<String, Places> places;

  /// Indexes into `tokens`, in order.
  private static final class Places {
    private int[] indexes = new int[2];
    private int size;

    void add(int index) {
      if (size == indexes.length) {
        indexes = Arrays.copyOf(indexes, size * 2);
      }
      indexes[size++] = index;
    }
  }

  TokenSearch(List<Token> tokens) {
    this.tokens = tokens;
    this.positions = new int[tokens.size()];
    this.places = new HashMap<>(tokens.size());
    for (int i = 0; i < positions.length; i++) {
      Token token = tokens.get(i);
      positions[i] = token.position();
      places.computeIfAbsent(token.form(), _ -> new Places()).add(i);
      if (!token.written().isEmpty()) {
        places.computeIfAbsent(token.written(), _ -> new Places()).add(i);
      }
    }
  }

  /// The forms of all tokens, each once.
  Set<String> forms() {
    return places.keySet();
  }

  /// Whether all tokens are somewhere in the text.
  boolean mayHave(WordTerm word) {
    for (int i = 0; i < word.size(); i++) {
      if (!places.containsKey(word.token(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether tokens follow each other anywhere as in a word; not if there are none.
  boolean has(WordTerm word) {
    int size = word.size();
    Places[] sought = new Places[size];
    for (int i = 0; i < size; i++) {
      Places at = places.get(word.token(i));
      if (at == null) {
        return false;
      }
      sought[i] = at;
    }
    return size == 1 || (size > 1 && follow(sought, word));
  }

  /// Whether tokens follow each other anywhere as in a word.
  private boolean follow(Places[] sought, WordTerm word) {
    int[] next = new int[sought.length];
    Places starts = sought[0];
    for (int i = 0; i < starts.size; i++) {
      int first = positions[starts.indexes[i]];
      int reached = 1;
      while (reached < sought.length
          && reaches(sought[reached], next, reached, first + word.distance(reached))) {
        reached++;
      }
      if (reached == sought.length) {
        return true;
      }
    }
    return false;
  }

  /// Moves forward to a position, and says whether something is there.
  private boolean reaches(Places at, int[] next, int which, int wanted) {
    int i = next[which];
    while (i < at.size && positions[at.indexes[i]] < wanted) {
      i++;
    }
    next[which] = i;
    return i < at.size && positions[at.indexes[i]] == wanted;
  }

  /// Adds where tokens follow each other as in a word, at least one.
  void find(WordTerm word, List<Occurrence> found) {
    List<Cursor> cursors = new ArrayList<>(word.size());
    for (int i = 0; i < word.size(); i++) {
      Places at = places.get(word.token(i));
      if (at == null) {
        return;
      }
      cursors.add(new Cursor(at, word.distance(i)));
    }
    Places starts = cursors.getFirst().places;
    for (int i = 0; i < starts.size; i++) {
      if (allReach(cursors, positions[starts.indexes[i]])) {
        Token first = tokens.get(starts.indexes[i]);
        Token last = cursors.getLast().token();
        found.add(new Occurrence(first.start(), Math.max(first.end(), last.end())));
      }
    }
  }

  private static boolean allReach(List<Cursor> cursors, int firstPosition) {
    for (Cursor cursor : cursors) {
      if (!cursor.reaches(firstPosition)) {
        return false;
      }
    }
    return true;
  }

  /// Walks the places of one token of a phrase forward only.
  private final class Cursor {
    private final Places places;
    private final int distance;
    private int next;

    Cursor(Places places, int distance) {
      this.places = places;
      this.distance = distance;
    }

    /// Whether the token stands at its distance from a first token; ask in order of position.
    boolean reaches(int firstPosition) {
      int wanted = firstPosition + distance;
      while (next < places.size && positions[places.indexes[next]] < wanted) {
        next++;
      }
      return next < places.size && positions[places.indexes[next]] == wanted;
    }

    Token token() {
      return tokens.get(places.indexes[next]);
    }
  }
}
