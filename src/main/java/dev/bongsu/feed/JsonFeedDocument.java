package dev.bongsu.feed;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A JSON Feed's fields and items, as many of them as are whole.
///
/// @param head the fields but `items`
/// @param items at most 1 000, in the publisher's order
/// @param warnings what was wrong with it, in words
/// @param whole false if it broke off
record JsonFeedDocument(
    ObjectNode head, List<JsonNode> items, List<String> warnings, boolean whole) {
  private static final int MOST_ENTRIES = 1_000;

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
  /// @throws FeedDocument.UnreadableException if it has no list of items, or breaks off before the
  ///   end of the first
  static JsonFeedDocument read(String text) throws FeedDocument.UnreadableException {
    ObjectNode head = MAPPER.createObjectNode();
    List<JsonNode> items = new ArrayList<>();
    boolean listed = false;
    try (JsonParser parser = MAPPER.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
          listed = true;
          readItems(parser, items);
        } else {
          head.set(name, parser.<JsonNode>readValueAsTree());
        }
      }
    } catch (JacksonException _) {
      return brokenOff(head, items);
    }
    if (!listed) {
      throw new FeedDocument.UnreadableException("JSON, but not a JSON Feed");
    }
    return new JsonFeedDocument(head, newest(items), excess(items), true);
  }

  private static void readItems(JsonParser parser, List<JsonNode> items) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode item = parser.readValueAsTree();
      if (item.isObject()) {
        items.add(item);
      }
    }
  }

  private static JsonFeedDocument brokenOff(ObjectNode head, List<JsonNode> items)
      throws FeedDocument.UnreadableException {
    if (items.isEmpty()) {
      throw new FeedDocument.UnreadableException("broken JSON");
    }
    String warning = "breaks off after entry %d".formatted(items.size());
    return new JsonFeedDocument(head, newest(items), List.of(warning), false);
  }

  private static List<JsonNode> newest(List<JsonNode> items) {
    return List.copyOf(items.subList(0, Math.min(items.size(), MOST_ENTRIES)));
  }

  private static List<String> excess(List<JsonNode> items) {
    return items.size() <= MOST_ENTRIES
        ? List.of()
        : List.of("has %d entries: read the newest %d".formatted(items.size(), MOST_ENTRIES));
  }
}
