package dev.bongsu.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON-LD object of a page that describes its article (schema.org `NewsArticle` and kin), if
/// it has one.
///
/// @param objects all top-level objects of the page
/// @param articles those that describe an article
record LinkedData(List<JsonNode> objects, List<JsonNode> articles) {
  private static final int MAX_SCRIPTS = 20;
  private static final int MAX_NODES = 500;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  static LinkedData of(Document page) {
    List<JsonNode> nodes = new ArrayList<>();
    for (Element script :
        page.select("script[type=application/ld+json]").stream().limit(MAX_SCRIPTS).toList()) {
      parse(script.data()).ifPresent(nodes::add);
    }
    for (int i = 0; i < nodes.size() && nodes.size() < MAX_NODES; i++) {
      JsonNode node = nodes.get(i);
      (node.isArray() ? node : node.path("@graph")).forEach(nodes::add);
    }
    return new LinkedData(nodes, nodes.stream().filter(LinkedData::isArticle).toList());
  }

  /// A property's text, tidied but for markup inside; blank if there is none.
  String text(String property) {
    return articles.stream()
        .map(article -> article.path(property))
        .filter(JsonNode::isString)
        .map(value -> value.stringValue().strip())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// Whether one of the objects is of a schema.org type.
  boolean isA(String type) {
    return objects.stream().anyMatch(node -> node.path("@type").toString().contains(type));
  }

  /// The entries of a live blog, in the page's order.
  List<LiveBlogUpdate> updates() {
    return objects.stream()
        .flatMap(node -> node.path("liveBlogUpdate").valueStream())
        .map(
            node ->
                new LiveBlogUpdate(
                    node.path("datePublished").asString(""),
                    (node.path("headline").asString("")
                            + "\n"
                            + node.path("articleBody").asString(""))
                        .strip()))
        .toList();
  }

  /// An entry of a live blog.
  ///
  /// @param published as written; blank if it is not said
  record LiveBlogUpdate(String published, String text) {}

  boolean isPaid() {
    return articles.stream()
        .map(article -> article.path("isAccessibleForFree"))
        .anyMatch(free -> free.asString("").equalsIgnoreCase("false"));
  }

  private static boolean isArticle(JsonNode node) {
    String type = node.path("@type").toString();
    return node.has("articleBody")
        || node.has("datePublished")
        || type.contains("Article")
        || type.contains("BlogPosting");
  }

  private static Optional<JsonNode> parse(String json) {
    try {
      return Optional.of(JSON.readTree(json));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
