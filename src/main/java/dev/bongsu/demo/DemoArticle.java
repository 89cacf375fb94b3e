package dev.bongsu.demo;

import java.util.List;
import java.util.Locale;

/// A story that the newsroom has written, out or not.
///
/// @param slug its name in addresses: unique, lower-case words joined by hyphens
/// @param section of the newspaper, in the story's language
/// @param paragraphs of the body; at least two
/// @param advertisers further names at the end of the page's list; may be empty
/// @param related further headlines beside the story; may be empty
record DemoArticle(
    String slug,
    DemoFeed feed,
    Locale language,
    String section,
    String title,
    String reporter,
    String caption,
    List<String> paragraphs,
    List<String> advertisers,
    List<String> related) {
  DemoArticle {
    paragraphs = List.copyOf(paragraphs);
    advertisers = List.copyOf(advertisers);
    related = List.copyOf(related);
    if (paragraphs.size() < 2) {
      throw new IllegalArgumentException(slug + " has fewer than two paragraphs");
    }
  }

  String lead() {
    return paragraphs.getFirst();
  }

  boolean isKorean() {
    return language.equals(Locale.KOREAN);
  }
}
