package dev.bongsu.alert;

import java.util.List;

/// Why an article came to a chat.
///
/// @param title of the article
/// @param reasons one for each matching subscription; not empty
public record Explanation(String title, List<Reason> reasons) {
  public Explanation {
    reasons = List.copyOf(reasons);
  }

  /// One subscription, and where the article satisfies it.
  ///
  /// @param subscription as written
  /// @param sentences of the article with the words, each word between `«` and `»`
  public record Reason(String subscription, List<String> sentences) {
    public Reason {
      sentences = List.copyOf(sentences);
    }
  }
}
