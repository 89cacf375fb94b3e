package dev.bongsu.syndication;

import dev.bongsu.http.WebAddress;
import dev.bongsu.language.DateReader;
import dev.bongsu.language.WrittenDate;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON Feed 1.0 and 1.1 (jsonfeed.org).
final class JsonFeedReader {
  private static final Pattern VERSION =
      Pattern.compile("(?:https?://)?(?:www\\.)?(?:jsonfeed\\.org/version/)?([\\d.]+)/?");

  private JsonFeedReader() {}

  /// Reads a document.
  ///
  /// @throws UnreadableFeedException if it is no JSON, or JSON but no feed
  static ParsedFeed read(String text, URI base, String language) throws UnreadableFeedException {
    JsonFeedDocument document = JsonFeedDocument.read(text);
    ObjectNode root = document.feedFields();
    List<JsonNode> items = document.items();
    Matcher version = VERSION.matcher(text(root, "version").strip());
    boolean isFeed = version.matches() || items.stream().anyMatch(JsonFeedReader::isItem);
    if (!isFeed) {
      throw new UnreadableFeedException("JSON, but not a JSON Feed");
    }
    List<String> titles = items.stream().map(item -> text(item, "title")).toList();
    String declared = language.isEmpty() ? text(root, "language") : language;
    String known = FeedLanguage.of(declared, titles);
    List<WrittenDate> dates = items.stream().flatMap(item -> date(item).stream()).toList();
    ZoneId zone = FeedLanguage.defaultZone(known, dates);
    URI link = WebAddress.resolve(base, text(root, "home_page_url")).orElse(null);
    return new ParsedFeed(
        PlainText.textTitle(text(root, "title")),
        link,
        known,
        new FeedFormat("json_" + (version.matches() ? version.group(1) : "1")),
        items.stream().map(item -> entry(item, link == null ? base : link, zone)).toList(),
        document.warnings(),
        document.complete(),
        FeedHints.NONE);
  }

  /// Some leave the version out.
  private static boolean isItem(JsonNode item) {
    boolean hasText = item.has("content_html") || item.has("content_text");
    return (item.has("id") && hasText) || (item.has("url") && item.has("title"));
  }

  private static Entry entry(JsonNode item, URI base, ZoneId zone) {
    String html = PlainText.fromHtml(text(item, "content_html"));
    String plain = PlainText.normalizeLines(text(item, "content_text"));
    String summary = PlainText.normalizeLines(text(item, "summary"));
    String content =
        Stream.of(html, plain, summary).filter(t -> !t.isEmpty()).findFirst().orElse("");
    return new Entry(
        emptyToNull(text(item, "id")),
        PlainText.textTitle(text(item, "title")),
        link(item, base),
        date(item).map(date -> date.toInstant(zone)).orElse(null),
        summary,
        content,
        author(item),
        item.path("tags").valueStream().map(JsonNode::asString).filter(t -> !t.isBlank()).toList());
  }

  private static @Nullable URI link(JsonNode item, URI base) {
    return Stream.concat(
            Stream.of("url", "external_url")
                .flatMap(name -> WebAddress.resolve(base, text(item, name)).stream()),
            // an id is best a permalink (jsonfeed.org)
            WebAddress.of(text(item, "id")).stream())
        .findFirst()
        .orElse(null);
  }

  private static Optional<WrittenDate> date(JsonNode item) {
    return Stream.of("date_published", "date_modified")
        .flatMap(name -> DateReader.parse(text(item, name)).stream())
        .findFirst();
  }

  private static String author(JsonNode item) {
    List<String> names =
        Stream.concat(item.path("authors").valueStream(), Stream.of(item.path("author")))
            .map(author -> text(author, "name"))
            .filter(name -> !name.isBlank())
            .distinct()
            .toList();
    return PlainText.oneLine(String.join(", ", names));
  }

  /// The text or number under a name; blank if there is neither.
  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
