package dev.bongsu.archive;

import java.util.regex.Pattern;

/// Adds to a query as somebody wrote it.
public final class MoreWords {
  private static final Pattern CHOICE = Pattern.compile("\\bOR\\b|\\|");

  private MoreWords() {}

  /// A query that asks for what another asks for, and for more.
  ///
  /// @param more a word, or one with a minus before it
  public static String with(String query, String more) {
    return (CHOICE.matcher(query).find() ? "(" + query + ")" : query) + " " + more;
  }
}
