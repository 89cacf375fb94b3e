package dev.bongsu.page;

import dev.bongsu.language.LanguageDetector;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the feed has said about a page; it outweighs what the page says.
///
/// @param title the entry's title; null or blank leaves it to the page, and so does one the feed
///   cut short
/// @param language BCP 47 code of the feed, for texts too short to tell
public record EntryMetadata(
    @Nullable String title, @Nullable Instant published, @Nullable String language) {
  private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern CUT_SHORT = Pattern.compile("\\s*(?:…|\\.{3})$");

  /// Nothing is known.
  public static EntryMetadata none() {
    return new EntryMetadata(null, null, null);
  }

  boolean hasTitle() {
    return title != null && !title.isBlank();
  }

  /// The language of title and body, else the page's own declaration, else the feed's.
  String languageOf(String title, List<String> body, String declared) {
    String detected = LanguageDetector.detect(title + "\n" + String.join("\n", body));
    return Stream.of(detected, declared, language == null ? "" : language)
        .filter(code -> CODE.matcher(code).matches() && !code.equals(LanguageDetector.UNKNOWN))
        .findFirst()
        .orElse(LanguageDetector.UNKNOWN);
  }

  /// The feed's title as one line, or the page's if the feed has none or cut it short.
  String titleOr(String page) {
    String entry = title == null ? "" : PageLines.normalizeWhitespace(title);
    String start = CUT_SHORT.matcher(entry).replaceFirst("");
    boolean cut = start.length() < entry.length() && page.startsWith(start);
    return entry.isEmpty() || cut ? page : entry;
  }
}
