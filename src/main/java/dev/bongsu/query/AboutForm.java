package dev.bongsu.query;

/// The form of a query that finds only what is about it.
public final class AboutForm {
  private AboutForm() {}

  /// Whether a query has words and does not say itself where they must stand.
  public static boolean isPossible(Query query) {
    return query
        .selfAndDescendants()
        .noneMatch(
            part ->
                part instanceof Query.About
                    || part instanceof Query.InTitle
                    || part instanceof Query.Topic
                    || part instanceof Query.FieldValue);
  }

  /// The text of that form, with the words as they were written.
  public static String of(String text) {
    return "about:(" + text + ")";
  }
}
