package dev.bongsu.text;

import java.util.List;

/// The keys of tokens, and of those that follow each other.
final class TokenKeys {
  private final List<Token> tokens;

  /// Of the plain form of each token, and of its exact one; 0 if it has none.
  private final long[] forms;

  private final long[] exact;

  TokenKeys(List<Token> tokens) {
    this.tokens = tokens;
    this.forms = new long[tokens.size()];
    this.exact = new long[tokens.size()];
    for (int i = 0; i < forms.length; i++) {
      Token token = tokens.get(i);
      forms[i] = Keys.token(token.form());
      exact[i] = token.written().isEmpty() ? 0 : Keys.token(token.written());
    }
  }

  void addTo(TextKeys keys) {
    for (int i = 0; i < forms.length; i++) {
      add(forms[i], keys);
      add(exact[i], keys);
    }
    keys.tokensEnd();
    for (int i = 1; i < forms.length; i++) {
      if (tokens.get(i).position() == tokens.get(i - 1).position() + 1) {
        addPairs(forms[i - 1], i, keys);
        addPairs(exact[i - 1], i, keys);
      }
    }
  }

  private static void add(long key, TextKeys keys) {
    if (key != 0) {
      keys.add(key);
    }
  }

  private void addPairs(long before, int token, TextKeys keys) {
    if (before != 0) {
      keys.add(Keys.pair(before, forms[token]));
      if (exact[token] != 0) {
        keys.add(Keys.pair(before, exact[token]));
      }
    }
  }
}
