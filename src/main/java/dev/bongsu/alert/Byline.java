package dev.bongsu.alert;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Who wrote an article, as an alert shows it.
final class Byline {
  private static final int MAX_LENGTH = 60;
  private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}]+");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)<?(?:mailto:)?[^\\s<>()]+@[^\\s<>(),]+>?|https?://\\S+|www\\.\\S+");

  /// Around a name: `(Kim)`, `By Kim`, `Kim,`.
  private static final Pattern FRAME =
      Pattern.compile("(?i)^(?:by\\s+|[\\s,;/|(\\[·]+)+|[\\s,;/|)\\]·]+$");

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /// Names of accounts, which say nothing about who wrote.
  private static final Set<String> ACCOUNTS =
      Set.of(
          "admin",
          "administrator",
          "anonymous",
          "author",
          "editor",
          "noreply",
          "none",
          "null",
          "root",
          "staff",
          "system",
          "unknown",
          "user",
          "webmaster",
          "관리자",
          "운영자",
          "편집자");

  private Byline() {}

  /// The names in one line, without mail and web addresses; blank if nobody is named or only the
  /// source itself.
  ///
  /// @param author as the publisher wrote it
  /// @param source shown beside it
  static String of(String author, String source) {
    String line = BREAKS.matcher(author).replaceAll(" ");
    String names =
        FRAME.matcher(ADDRESS.matcher(line).replaceAll(" ").strip()).replaceAll("").strip();
    String plain = names.toLowerCase(Locale.ROOT);
    return !LETTER.matcher(names).find()
            || ACCOUNTS.contains(plain)
            || source.toLowerCase(Locale.ROOT).contains(plain)
        ? ""
        : shorten(names);
  }

  /// The first of many names.
  private static String shorten(String names) {
    if (names.length() <= MAX_LENGTH) {
      return names;
    }
    int end = names.lastIndexOf(',', MAX_LENGTH);
    return end < 0 ? "" : names.substring(0, end).strip() + " …";
  }
}
