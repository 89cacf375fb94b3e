package dev.bongsu.syndication;

import dev.bongsu.http.WebAddress;
import dev.bongsu.language.DateReader;
import dev.bongsu.language.WrittenDate;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        PlainText.ambiguousTitle(text(root, "title")),
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
    String title = PlainText.ambiguousTitle(text(item, "title"));
    String summary = plain(item, "summary", title);
    String content =
        Stream.of(
                FeedFooter.remove(PlainText.fromHtml(text(item, "content_html")), title),
                plain(item, "content_text", title),
                summary)
            .filter(t -> !t.isEmpty())
            .findFirst()
            .orElse("");
    return new Entry(
        emptyToNull(text(item, "id")),
        title,
        link(item, base),
        date(item).map(date -> date.toInstant(zone)).orElse(null),
        summary.isEmpty() ? content : summary,
        content,
        author(item),
        tags(item));
  }

  private static String plain(JsonNode item, String name, String title) {
    return FeedFooter.remove(PlainText.normalizeLines(text(item, name)), title);
  }

  private static @Nullable URI link(JsonNode item, URI base) {
    return Stream.of(
            addresses(item, base, "url", "external_url"),
            // an id is best a permalink (jsonfeed.org)
            WebAddress.of(text(item, "id")).stream(),
            item.path("attachments").valueStream().flatMap(file -> addresses(file, base, "url")))
        .flatMap(Function.identity())
        .findFirst()
        .orElse(null);
  }

  private static Stream<URI> addresses(JsonNode node, URI base, String... names) {
    return Stream.of(names).flatMap(name -> WebAddress.resolve(base, text(node, name)).stream());
  }

  private static Optional<WrittenDate> date(JsonNode item) {
    return Stream.of("date_published", "date_modified")
        .flatMap(name -> DateReader.parse(text(item, name)).stream())
        .findFirst();
  }

  private static String author(JsonNode item) {
    List<String> names =
        Stream.of("authors", "author")
            .flatMap(name -> listed(item.path(name)))
            .map(author -> author.has("name") ? text(author, "name") : text(author))
            .filter(name -> !name.isBlank())
            .distinct()
            .toList();
    return PlainText.ambiguousTitle(String.join(", ", names));
  }

  private static List<String> tags(JsonNode item) {
    return listed(item.path("tags"))
        .map(tag -> PlainText.ambiguousTitle(tag.has("name") ? text(tag, "name") : text(tag)))
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .toList();
  }

  /// The members of a list; what should be a list and is one value is its own member.
  private static Stream<JsonNode> listed(JsonNode node) {
    return node.isArray() ? node.valueStream() : Stream.of(node);
  }

  private static String text(JsonNode node, String name) {
    return text(node.path(name));
  }

  /// A text or number, or the first in an object or list that stands for one; blank if there is
  /// none.
  private static String text(JsonNode node) {
    if (node.isValueNode()) {
      return node.isNull() ? "" : EscapedCdata.unwrap(node.asString());
    }
    return node.valueStream()
        .filter(value -> value.isString() || value.isNumber())
        .map(JsonFeedReader::text)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
