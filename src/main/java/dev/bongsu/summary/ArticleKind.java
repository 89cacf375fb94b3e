package dev.bongsu.summary;

import java.util.Locale;

/// What a page turned out to be.
public enum ArticleKind {
  /// A report that can be matched and summarised.
  NEWS,
  /// What a company or an office says about itself.
  PRESS_RELEASE,
  /// A warning about a product: identifiers, scores, versions, what to do.
  ADVISORY,
  /// Entries about something that goes on, the newest first.
  LIVE_BLOG,
  /// Somebody's opinion: an editorial, a column, a letter.
  COLUMN,
  /// A video or a podcast with next to no text beside it.
  MEDIA,
  /// Only a part or the publisher's description: a paywall, or a page that builds its text with a
  /// program.
  STUB,
  /// A page without a text of its own: a menu, an error, a picture, nothing.
  NOT_AN_ARTICLE;

  /// The kind as commands and tables write it: `news`, `press_release` …
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind of a code that [#code] wrote.
  public static ArticleKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
