package dev.bongsu.archive;

import java.util.regex.Pattern;

/// Adds to a query as somebody wrote it.
public final class QueryExtension {
  private static final Pattern OR_OPERATOR = Pattern.compile("\\bOR\\b|\\|");

  private QueryExtension() {}

  /// A query that asks for what another asks for, and for more.
  ///
  /// @param more a word, or one with a minus before it
  public static String append(String query, String more) {
    return (OR_OPERATOR.matcher(query).find() ? "(" + query + ")" : query) + " " + more;
  }
}
