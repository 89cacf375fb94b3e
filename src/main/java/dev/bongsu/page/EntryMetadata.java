package dev.bongsu.page;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the feed already said about a page. Its word goes before the page's.
///
/// @param title the entry's title; null or blank leaves it to the page, and so does one the feed
///   cut short
/// @param language BCP 47 code of the feed, for texts too short to tell
public record EntryMetadata(
    @Nullable String title, @Nullable Instant published, @Nullable String language) {
  private static final Pattern CUT_SHORT = Pattern.compile("\\s*(?:…|\\.{3})$");

  /// Nothing is known.
  public static EntryMetadata none() {
    return new EntryMetadata(null, null, null);
  }

  boolean hasTitle() {
    return title != null && !title.isBlank();
  }

  /// The feed's title as one line, or the page's if the feed has none or cut it short.
  String titleOr(String page) {
    String entry = title == null ? "" : PageLines.normalizeWhitespace(title);
    String start = CUT_SHORT.matcher(entry).replaceFirst("");
    boolean cut = start.length() < entry.length() && page.startsWith(start);
    return entry.isEmpty() || cut ? page : entry;
  }
}
