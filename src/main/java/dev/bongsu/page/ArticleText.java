package dev.bongsu.page;

import dev.bongsu.language.Truncation;
import dev.bongsu.summary.ArticleKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A page or an entry's text made readable.
///
/// @param title one line without the site's name; blank if none was found
/// @param text the body, one paragraph a line, at most 200 000 UTF-16 units; blank if and only if
///   the kind is NOT_AN_ARTICLE
/// @param language BCP 47 code, `und` if unknown
/// @param published null if neither feed nor page says
/// @param description the publisher's own, one line; blank if there is none
/// @param credits author and picture
public record ArticleText(
    ArticleKind kind,
    String title,
    String text,
    String language,
    @Nullable Instant published,
    String description,
    PageCredits credits) {

  static final int MAX_LENGTH = 200_000;

  /// A NUL is no text, and PostgreSQL does not store it.
  public ArticleText {
    title = title.replace("\0", "");
    text = Truncation.head(text, MAX_LENGTH).replace("\0", "");
    kind = text.isBlank() ? ArticleKind.NOT_AN_ARTICLE : kind;
    description = description.replace("\0", "");
  }

  /// What queries are matched against.
  public String matchedText() {
    return matchedText(title, text);
  }

  /// What queries are matched against: title, line feed, body.
  public static String matchedText(String title, String text) {
    return title + "\n" + text;
  }
}
