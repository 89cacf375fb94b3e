package dev.bongsu.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/// What a page says about itself beside its text: meta elements and JSON-LD. Absent values are
/// blank.
///
/// @param title without the site's name
/// @param body the JSON-LD `articleBody`, which may hold markup
/// @param published dates as written, one a line, the most trustworthy first
/// @param section of the newspaper, as the page names it
/// @param linkedData its JSON-LD
record PageMetadata(
    String title,
    String description,
    String body,
    String published,
    String language,
    String section,
    LinkedData linkedData) {
  /// Of the publication and nothing else.
  private static final List<String> DATE_META =
      List.of(
          "property=article:published_time",
          "property=og:article:published_time",
          "name=article:published_time",
          "property=article:published:time",
          "itemprop=datePublished",
          "name=datePublished",
          "name=parsely-pub-date",
          "name=pubdate",
          "name=publishdate");

  /// Some set these to the last change.
  private static final List<String> WEAK_DATE_META =
      List.of("name=date", "name=DC.date.issued", "name=sailthru.date");

  private static final int MAX_DATES = 10;
  private static final int MAX_DATE_LENGTH = 60;
  private static final String TIME_SELECTOR =
      "time[itemprop=datePublished], time[pubdate], time[datetime]";
  private static final Pattern SCRIPTED_DATE =
      Pattern.compile(
          "\"(?i:date_?published|published_?(?:at|date|time|on)?|publish_?(?:date|time)|pub_?date"
              + "|display_?date|first_?publish(?:ed)?_?(?:at|date)?|create_?(?:date|d_?at)|reg_?(?:date|dt))\"\\s?:\\s?\""
              + "((?:19|20)\\d\\d[-./][^\"]{4,30})\"");

  /// @param lines what the page shows
  static PageMetadata of(Document page, List<PageLines.Line> lines) {
    LinkedData data = LinkedData.of(page);
    String site = meta(page, "property=og:site_name");
    return new PageMetadata(
        PageTitle.of(
            page, lines, site, List.of(meta(page, "property=og:title"), data.text("headline"))),
        firstNonBlank(
            meta(page, "property=og:description"),
            meta(page, "name=description"),
            data.text("description")),
        data.text("articleBody"),
        published(page, data),
        primarySubtag(page.select("html").attr("lang")),
        firstNonBlank(meta(page, "property=article:section"), data.text("articleSection")),
        data);
  }

  boolean isPaid() {
    return linkedData.isPaid();
  }

  /// Whether the page describes something of a schema.org type.
  boolean isA(String type) {
    return linkedData.isA(type);
  }

  List<LinkedData.LiveBlogUpdate> updates() {
    return linkedData.updates();
  }

  private static String meta(Document page, String attribute) {
    return PageLines.normalizeWhitespace(
        page.select("meta[" + attribute + "][content]").attr("content"));
  }

  /// The page's own word first; a `time` element may be another article's, and a script's key
  /// another program's.
  private static String published(Document page, LinkedData data) {
    List<String> declared =
        Stream.of(
                dates(page, DATE_META),
                Stream.of(data.text("datePublished")),
                dates(page, WEAK_DATE_META),
                Stream.of(data.text("dateCreated")))
            .flatMap(dates -> dates)
            .filter(PageMetadata::isShort)
            .toList();
    List<String> shown =
        page.select(TIME_SELECTOR).stream()
            .map(time -> time.attr("datetime"))
            .filter(PageMetadata::isShort)
            .toList();
    List<String> stated = StatedDates.ordered(declared, shown);
    return (stated.isEmpty() ? datesInScripts(page).filter(PageMetadata::isShort) : stated.stream())
        .limit(MAX_DATES)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> dates(Document page, List<String> attributes) {
    return attributes.stream()
        .flatMap(attribute -> page.select("meta[" + attribute + "]").stream())
        .map(meta -> meta.attr("content"));
  }

  private static boolean isShort(String date) {
    return !date.isBlank() && date.length() <= MAX_DATE_LENGTH;
  }

  private static Stream<String> datesInScripts(Document page) {
    return page.select("script").stream()
        .map(script -> SCRIPTED_DATE.matcher(script.data()))
        .filter(Matcher::find)
        .map(date -> date.group(1))
        .limit(1);
  }

  private static String primarySubtag(String language) {
    return language.strip().split("[-_]", -1)[0].toLowerCase(Locale.ROOT);
  }

  private static String firstNonBlank(String... values) {
    return Stream.of(values).filter(value -> !value.isBlank()).findFirst().orElse("");
  }
}
