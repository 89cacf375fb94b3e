package dev.bongsu.page;

import dev.bongsu.language.DateReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The entries of a live blog, the newest first whatever the page's order.
///
/// @param entries as said; empty on a page that has none
record LiveBlog(List<LiveBlogEntry> entries) {
  private static final int MAX_ENTRIES = 200;
  private static final int MIN_ENTRIES = 2;
  private static final String ENTRY_SELECTOR =
      "[itemprop=liveBlogUpdate], [class*=live] article, [class*=Live] article, [class*=liveblog]"
          + " li, [class*=live-blog] li, [class*=live-post], [class*=liveblog-post],"
          + " [class*=live-blog-post], [class*=live-update], [class*=timeline] li, [id*=live]"
          + " article";

  /// One entry.
  record LiveBlogEntry(Instant published, List<String> lines) {}

  /// The live blog of a page; without entries if it shows fewer than two with a time.
  static LiveBlog of(Document page, PageMetadata data, String title, ZoneId zone) {
    List<LiveBlogEntry> entries =
        Stream.concat(entriesFromJsonLd(data, title, zone), entriesFromMarkup(page, title, zone))
            .filter(entry -> entry.lines().stream().anyMatch(Prose::isProse))
            .sorted(Comparator.comparing(LiveBlogEntry::published).reversed())
            .toList();
    return new LiveBlog(entries.size() < MIN_ENTRIES ? List.of() : entries);
  }

  /// The lines of all entries.
  List<String> lines() {
    return entries.stream()
        .flatMap(entry -> entry.lines().stream())
        .filter(line -> line.codePoints().anyMatch(Character::isLetter))
        .distinct()
        .toList();
  }

  private static Stream<LiveBlogEntry> entriesFromJsonLd(
      PageMetadata data, String title, ZoneId zone) {
    return data.updates().stream()
        .limit(MAX_ENTRIES)
        .flatMap(
            update ->
                DateReader.find(update.published(), zone)
                    .map(
                        at ->
                            new LiveBlogEntry(
                                at, LineCleaner.clean(ScriptText.lines(update.text()), title)))
                    .stream());
  }

  private static Stream<LiveBlogEntry> entriesFromMarkup(Document page, String title, ZoneId zone) {
    List<LiveBlogEntry> entries = new ArrayList<>();
    for (Element element : page.select(ENTRY_SELECTOR).stream().limit(MAX_ENTRIES).toList()) {
      Element time = element.selectFirst("time[datetime]");
      if (time != null && element.select("time[datetime]").size() <= 2) {
        List<String> lines =
            PageLines.of(element).stream()
                .filter(line -> !line.isMostlyLink())
                .map(PageLines.Line::text)
                .toList();
        DateReader.find(time.attr("datetime"), zone)
            .ifPresent(at -> entries.add(new LiveBlogEntry(at, LineCleaner.clean(lines, title))));
      }
    }
    return entries.stream();
  }
}
