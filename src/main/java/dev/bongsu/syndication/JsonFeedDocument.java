package dev.bongsu.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A JSON Feed's fields and items, as many of them as are whole.
///
/// @param feedFields the fields of the feed that anybody asks for
/// @param items at most 1 000, in the publisher's order
/// @param warnings what was wrong with it, in words
/// @param complete false if it broke off
record JsonFeedDocument(
    ObjectNode feedFields, List<JsonNode> items, List<String> warnings, boolean complete) {
  private static final Set<String> FEED_FIELDS =
      Set.of("version", "title", "home_page_url", "language");

  /// Names JSON Feed in its `version`.
  private static final String NAME = "jsonfeed";

  /// Forgiving where a slip does not change the meaning.
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
              JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
              JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  /// Reads a document, item by item.
  ///
  /// @throws UnreadableFeedException if it has no items and is not called a JSON Feed, or breaks
  ///   off before the end of the first
  static JsonFeedDocument read(String text) throws UnreadableFeedException {
    ObjectNode head = MAPPER.createObjectNode();
    List<JsonNode> items = new ArrayList<>();
    int listed = 0;
    boolean hasItems = false;
    try (JsonParser parser = MAPPER.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("items") && value.isStructStart()) {
          hasItems = true;
          listed += readItems(parser, items);
        } else if (FEED_FIELDS.contains(name)) {
          head.set(name, parser.<JsonNode>readValueAsTree());
        } else {
          parser.skipChildren();
        }
      }
    } catch (JacksonException _) {
      return truncated(head, items);
    }
    if (!hasItems && !head.path("version").asString("").contains(NAME)) {
      throw new UnreadableFeedException("JSON, but not a JSON Feed");
    }
    return new JsonFeedDocument(head, items, limitWarning(listed), true);
  }

  /// Reads as many items of a list, or of an object that names each, as are kept.
  ///
  /// @return how many there are
  private static int readItems(JsonParser parser, List<JsonNode> items) {
    int listed = 0;
    for (JsonToken token = parser.nextToken(); !token.isStructEnd(); token = parser.nextToken()) {
      if (token == JsonToken.PROPERTY_NAME) {
        continue;
      }
      if (token == JsonToken.START_OBJECT && ++listed <= FeedDocument.MAX_ENTRIES) {
        items.add(parser.readValueAsTree());
      } else {
        parser.skipChildren();
      }
    }
    return listed;
  }

  private static JsonFeedDocument truncated(ObjectNode head, List<JsonNode> items)
      throws UnreadableFeedException {
    if (items.isEmpty()) {
      throw new UnreadableFeedException("broken JSON");
    }
    String warning = "breaks off after entry %d".formatted(items.size());
    return new JsonFeedDocument(head, items, List.of(warning), false);
  }

  private static List<String> limitWarning(int listed) {
    return listed <= FeedDocument.MAX_ENTRIES
        ? List.of()
        : List.of("has %d entries: read the newest %d".formatted(listed, FeedDocument.MAX_ENTRIES));
  }
}
