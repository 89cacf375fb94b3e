package dev.bongsu.article;

/// What a page turned out to be.
public enum ArticleKind {
  /// A text that can be matched and summarised.
  NEWS,
  /// Only the publisher's description: a paywall, or a page that builds its text with a program.
  STUB,
  /// A page without a text of its own: a menu, an error, a picture, nothing.
  NOT_AN_ARTICLE
}
