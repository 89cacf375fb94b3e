package dev.bongsu.article;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What a page says about itself beside its text: meta elements and JSON-LD. Absent values are
/// blank.
///
/// @param title without the site's name
/// @param body the JSON-LD `articleBody`, which may hold markup
/// @param published as written
/// @param paid whether the page says that its text is not free to read
record PageMetadata(
    String title,
    String description,
    String body,
    String published,
    String language,
    boolean paid) {
  private static final int LONGEST_SITE_NAME = 40;
  private static final List<String> SEPARATORS =
      List.of(" - ", " | ", " – ", " — ", " :: ", " : ", " < ", " > ", " · ", "|", "::");
  private static final String DATES =
      "meta[property=article:published_time], meta[property=og:article:published_time],"
          + " meta[itemprop=datePublished], meta[name=article:published_time],"
          + " meta[name=parsely-pub-date], meta[name=pubdate], meta[name=publishdate],"
          + " meta[name=date], meta[name=DC.date.issued], meta[name=sailthru.date]";

  static PageMetadata of(Document page) {
    LinkedData data = LinkedData.of(page);
    String site = meta(page, "property=og:site_name");
    return new PageMetadata(
        title(page, data, site),
        first(
            meta(page, "property=og:description"),
            meta(page, "name=description"),
            data.text("description")),
        data.text("articleBody"),
        first(published(page), data.text("datePublished"), data.text("dateCreated")),
        primarySubtag(page.select("html").attr("lang")),
        data.isPaid());
  }

  private static String meta(Document page, String attribute) {
    return PageLines.tidy(page.select("meta[" + attribute + "][content]").attr("content"));
  }

  private static String published(Document page) {
    return first(
        Stream.concat(
                page.select(DATES).stream().map(meta -> meta.attr("content")),
                page.select("time[datetime]").stream().map(time -> time.attr("datetime")))
            .toArray(String[]::new));
  }

  private static String title(Document page, LinkedData data, String site) {
    List<String> headings =
        page.select("h1").stream().map(Element::text).map(PageLines::tidy).toList();
    String whole = PageLines.tidy(page.title());
    return Stream.of(
            Stream.of(meta(page, "property=og:title"), data.text("headline")),
            headings.stream(),
            Stream.of(whole))
        .flatMap(titles -> titles)
        .map(title -> withoutSite(title, site, headings, title.equals(whole)))
        .filter(title -> !title.isBlank() && !title.equalsIgnoreCase(site))
        .findFirst()
        .orElse("");
  }

  /// The title without what follows its last separator, if that is the site's name: it says so, a
  /// heading reads like the rest, or, in the title element, it is the shorter part.
  private static String withoutSite(
      String title, String site, List<String> headings, boolean fromTitleElement) {
    for (String separator : SEPARATORS) {
      int at = title.lastIndexOf(separator);
      if (at <= 0) {
        continue;
      }
      String head = title.substring(0, at).strip();
      String tail = title.substring(at + separator.length()).strip();
      boolean shorter = tail.length() <= LONGEST_SITE_NAME && tail.length() < head.length();
      if (tail.equalsIgnoreCase(site) || headings.contains(head) || (fromTitleElement && shorter)) {
        return head;
      }
    }
    return title;
  }

  private static String primarySubtag(String language) {
    return language.strip().split("[-_]", -1)[0].toLowerCase(Locale.ROOT);
  }

  private static String first(String... values) {
    return Stream.of(values).filter(value -> !value.isBlank()).findFirst().orElse("");
  }
}
