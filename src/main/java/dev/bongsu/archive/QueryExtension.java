package dev.bongsu.archive;

import java.util.regex.Pattern;

/// Extends a query's text.
public final class QueryExtension {
  private static final Pattern OR_OPERATOR = Pattern.compile("\\bOR\\b|\\|");

  private QueryExtension() {}

  /// A query with one more condition.
  ///
  /// @param more a word, or one with a minus before it
  public static String append(String query, String more) {
    return (OR_OPERATOR.matcher(query).find() ? "(" + query + ")" : query) + " " + more;
  }
}
