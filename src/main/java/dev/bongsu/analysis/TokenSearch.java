package dev.bongsu.analysis;

import java.util.List;

/// The tokens of one text by their keys, alone and as they follow each other.
///
/// Searches token by token: building an index of them would take longer than all searches of most
/// texts.
final class TokenSearch {
  private final List<Token> tokens;

  /// The key of the plain form of each token, and of its exact one; 0 if it has none.
  private final long[] formKeys;

  private final long[] exactKeys;

  TokenSearch(List<Token> tokens) {
    this.tokens = tokens;
    this.formKeys = new long[tokens.size()];
    this.exactKeys = new long[tokens.size()];
    for (int i = 0; i < formKeys.length; i++) {
      Token token = tokens.get(i);
      formKeys[i] = KeyHashes.token(token.form());
      exactKeys[i] = token.exactForm().isEmpty() ? 0 : KeyHashes.token(token.exactForm());
    }
  }

  /// Adds the keys of all tokens, and of the pairs with nothing between them.
  void addKeys(TextKeys keys) {
    for (int i = 0; i < formKeys.length; i++) {
      keys.add(formKeys[i]);
      if (exactKeys[i] != 0) {
        keys.add(exactKeys[i]);
      }
    }
    keys.markTokensEnd();
    for (int i = 1; i < formKeys.length; i++) {
      if (position(i) == position(i - 1) + 1) {
        addPairs(formKeys[i - 1], i, keys);
        if (exactKeys[i - 1] != 0) {
          addPairs(exactKeys[i - 1], i, keys);
        }
      }
    }
  }

  private void addPairs(long before, int token, TextKeys keys) {
    keys.add(KeyHashes.pair(before, formKeys[token]));
    if (exactKeys[token] != 0) {
      keys.add(KeyHashes.pair(before, exactKeys[token]));
    }
  }

  private int position(int token) {
    return tokens.get(token).position();
  }

  /// Whether tokens follow each other anywhere as in a word; not if there are none.
  boolean contains(WordTerm word) {
    return word.tokenCount() > 0 && nextMatch(word, 0) < formKeys.length;
  }

  /// Adds where tokens follow each other as in a word.
  ///
  /// @param word has a token
  void find(WordTerm word, List<Occurrence> found) {
    for (int at = nextMatch(word, 0); at < formKeys.length; at = nextMatch(word, at + 1)) {
      Token first = tokens.get(at);
      Token last = tokens.get(lastTokenOf(word, at));
      found.add(new Occurrence(first.start(), Math.max(first.end(), last.end())));
    }
  }

  /// The first token of a word that stands at or after one; the number of tokens if there is none.
  private int nextMatch(WordTerm word, int from) {
    long key = KeyHashes.token(word.token(0));
    int at = from;
    while (at < formKeys.length
        && !((formKeys[at] == key || exactKeys[at] == key)
            && matches(at, word, 0)
            && lastTokenOf(word, at) >= 0)) {
      at++;
    }
    return at;
  }

  /// The last token of a word that begins at one; negative if it does not.
  private int lastTokenOf(WordTerm word, int first) {
    int at = first;
    for (int step = 1; step < word.tokenCount(); step++) {
      int wanted = position(first) + word.distance(step);
      while (at + 1 < formKeys.length && position(at) < wanted) {
        at++;
      }
      if (position(at) != wanted || !matches(at, word, step)) {
        return -1;
      }
    }
    return at;
  }

  private boolean matches(int at, WordTerm word, int step) {
    Token token = tokens.get(at);
    return token.form().equals(word.token(step)) || token.exactForm().equals(word.token(step));
  }
}
