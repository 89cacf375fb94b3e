package dev.bongsu.page;

import dev.bongsu.language.DateReader;
import java.util.Comparator;
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
  private static final String DATE_SELECTOR =
      "meta[property=article:published_time], meta[property=og:article:published_time],"
          + " meta[itemprop=datePublished], meta[name=article:published_time],"
          + " meta[name=parsely-pub-date], meta[name=pubdate], meta[name=publishdate],"
          + " meta[name=date], meta[name=DC.date.issued], meta[name=sailthru.date]";

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
  /// another program's. A time with its zone goes before one without, and that before a bare day.
  private static String published(Document page, LinkedData data) {
    Stream<String> metas = page.select(DATE_SELECTOR).stream().map(meta -> meta.attr("content"));
    Stream<String> linked = Stream.of(data.text("datePublished"), data.text("dateCreated"));
    Stream<String> times = page.select(TIME_SELECTOR).stream().map(time -> time.attr("datetime"));
    List<String> declared =
        Stream.concat(byPrecision(Stream.concat(metas, linked)), times)
            .filter(date -> !date.isBlank())
            .toList();
    return (declared.isEmpty() ? datesInScripts(page) : declared.stream())
        .filter(date -> date.length() <= MAX_DATE_LENGTH)
        .limit(MAX_DATES)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> byPrecision(Stream<String> dates) {
    return dates.sorted(
        Comparator.comparingInt(
            date ->
                DateReader.parse(date)
                    .map(read -> read.zone() != null ? 0 : read.hasTime() ? 1 : 2)
                    .orElse(3)));
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
