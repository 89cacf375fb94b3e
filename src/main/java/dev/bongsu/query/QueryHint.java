package dev.bongsu.query;

/// Another query that a person may have meant by a usable one.
///
/// @param text of the other query; it can be used
public record QueryHint(Kind kind, String text) {

  /// What suggests it. The sentence that asks is `hint.` with the name.
  public enum Kind {
    /// Commas: all words are required, and any of them may be meant.
    LIST,
    /// A slash or a dot: any word is enough, and all may be meant.
    EITHER,
    /// The word "not", which is looked for, and may mean a minus.
    EXCLUDED,
    /// A host's name.
    SITE,
    /// Words addressed to the bot.
    REQUEST,
    /// More words than an article is likely to have together.
    SENTENCE
  }
}
