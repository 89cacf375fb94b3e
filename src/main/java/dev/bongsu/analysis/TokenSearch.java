package dev.bongsu.analysis;

import java.util.List;

/// The tokens of one text by their keys, alone and as they follow each other.
///
/// Looks for a word from token to token: an index of them would take longer to make than all that
/// is asked of most texts.
final class TokenSearch {
  private final List<Token> tokens;

  /// The key of the plain form of each token, and of its exact one; 0 if it has none.
  private final long[] forms;

  private final long[] exact;

  TokenSearch(List<Token> tokens) {
    this.tokens = tokens;
    this.forms = new long[tokens.size()];
    this.exact = new long[tokens.size()];
    for (int i = 0; i < forms.length; i++) {
      Token token = tokens.get(i);
      forms[i] = Keys.token(token.form());
      exact[i] = token.written().isEmpty() ? 0 : Keys.token(token.written());
    }
  }

  /// Adds the keys of all tokens, and of the pairs with nothing between them.
  void addKeys(TextKeys keys) {
    for (int i = 0; i < forms.length; i++) {
      keys.add(forms[i]);
      if (exact[i] != 0) {
        keys.add(exact[i]);
      }
    }
    keys.tokensEnd();
    for (int i = 1; i < forms.length; i++) {
      if (position(i) == position(i - 1) + 1) {
        addPairs(forms[i - 1], i, keys);
        if (exact[i - 1] != 0) {
          addPairs(exact[i - 1], i, keys);
        }
      }
    }
  }

  private void addPairs(long before, int token, TextKeys keys) {
    keys.add(Keys.pair(before, forms[token]));
    if (exact[token] != 0) {
      keys.add(Keys.pair(before, exact[token]));
    }
  }

  private int position(int token) {
    return tokens.get(token).position();
  }

  /// Whether tokens follow each other anywhere as in a word; not if there are none.
  boolean has(WordTerm word) {
    return word.size() > 0 && next(word, 0) < forms.length;
  }

  /// Adds where tokens follow each other as in a word.
  ///
  /// @param word has a token
  void find(WordTerm word, List<Occurrence> found) {
    for (int at = next(word, 0); at < forms.length; at = next(word, at + 1)) {
      Token first = tokens.get(at);
      Token last = tokens.get(last(word, at));
      found.add(new Occurrence(first.start(), Math.max(first.end(), last.end())));
    }
  }

  /// The first token of a word that stands at or after one; the number of tokens if there is none.
  private int next(WordTerm word, int from) {
    long key = Keys.token(word.token(0));
    int at = from;
    while (at < forms.length
        && !((forms[at] == key || exact[at] == key) && is(at, word, 0) && last(word, at) >= 0)) {
      at++;
    }
    return at;
  }

  /// The last token of a word that begins at one; negative if it does not.
  private int last(WordTerm word, int first) {
    int at = first;
    for (int step = 1; step < word.size(); step++) {
      int wanted = position(first) + word.distance(step);
      while (at + 1 < forms.length && position(at) < wanted) {
        at++;
      }
      if (position(at) != wanted || !is(at, word, step)) {
        return -1;
      }
    }
    return at;
  }

  private boolean is(int at, WordTerm word, int step) {
    Token token = tokens.get(at);
    return token.form().equals(word.token(step)) || token.written().equals(word.token(step));
  }
}
