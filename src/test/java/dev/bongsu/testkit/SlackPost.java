package dev.bongsu.testkit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A message that was posted, held to Slack's limits.
///
/// @param thread blank outside threads
/// @param text the fallback, in Slack's markup
/// @param blocks an array; empty for a message of text alone
public record SlackPost(String channel, String thread, String text, JsonNode blocks) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MAX_BLOCK_CHARACTERS = 13_200;

  static SlackPost of(Map<String, String> fields) {
    return new SlackPost(
        fields.getOrDefault("channel", ""),
        fields.getOrDefault("thread_ts", ""),
        fields.getOrDefault("text", ""),
        JSON.readTree(fields.getOrDefault("blocks", "[]")));
  }

  /// The body of a request that posts.
  public static SlackPost parse(String json) {
    JsonNode body = JSON.readTree(json);
    String text = body.path("text").asString("");
    JsonNode blocks = body.has("blocks") ? body.get("blocks") : JSON.createArrayNode();
    return new SlackPost(body.path("channel").asString(""), "", text, blocks);
  }

  /// The labels of the buttons, in order.
  public List<String> buttons() {
    List<String> labels = new ArrayList<>();
    for (JsonNode block : blocks) {
      block
          .path("elements")
          .forEach(
              element -> {
                if (element.path("type").asString("").equals("button")) {
                  labels.add(element.at("/text/text").asString(""));
                }
              });
    }
    return labels;
  }

  /// A page of the bot or a form.
  public static SlackPost view(String json) {
    JsonNode view = JSON.readTree(json);
    return new SlackPost("", "", view.path("type").asString(""), view.path("blocks"));
  }

  /// What is read in each block, in order.
  public List<String> blockTexts() {
    List<String> shown = new ArrayList<>();
    for (JsonNode block : blocks) {
      if (block.has("text")) {
        shown.add(checkedText(block.get("text"), 3000));
      }
      if (block.path("type").asString().equals("rich_text")) {
        shown.add(richText(block));
      } else {
        block.path("elements").forEach(element -> shown.add(checkedText(label(element), 3000)));
      }
    }
    return shown;
  }

  /// The words of rich text that stand out.
  public List<String> boldTexts() {
    List<String> marked = new ArrayList<>();
    for (JsonNode block : blocks) {
      for (JsonNode section : block.path("elements")) {
        for (JsonNode piece : section.path("elements")) {
          if (piece.path("style").path("bold").asBoolean(false)) {
            marked.add(piece.path("text").asString(""));
          }
        }
      }
    }
    return marked;
  }

  /// What a button says when it is pressed, by its label.
  public String buttonValue(String label) {
    for (JsonNode block : blocks) {
      for (JsonNode element : block.path("elements")) {
        if (element.at("/text/text").asString("").equals(label) && element.has("value")) {
          return element.get("value").asString();
        }
      }
    }
    throw new AssertionError("no button " + label + " in " + blocks);
  }

  private static String richText(JsonNode block) {
    StringBuilder text = new StringBuilder();
    for (JsonNode section : block.get("elements")) {
      require(section.get("type").asString().equals("rich_text_section"));
      for (JsonNode piece : section.get("elements")) {
        if (piece.get("type").asString().equals("link")) {
          require(piece.get("url").asString().matches("https?://[\\x21-\\x7e]{1,3000}"));
          text.append(piece.path("text").asString(piece.get("url").asString()));
          continue;
        }
        require(piece.get("type").asString().equals("text"));
        require(!piece.get("text").asString().isEmpty());
        text.append(piece.get("text").asString());
      }
    }
    require(text.length() <= 12_000 && !text.isEmpty());
    return text.toString();
  }

  /// All that is read, in one.
  public String visible() {
    return blocks.isEmpty() ? SlackMrkdwn.parse(text).visible() : String.join("\n", blockTexts());
  }

  /// Whether there is a link of which Slack can make a picture.
  public boolean hasLink() {
    return blocks.valueStream().anyMatch(block -> block.toString().contains("\"type\":\"link\""));
  }

  /// The addresses that can be pressed.
  public List<String> links() {
    List<String> links = new ArrayList<>(SlackMrkdwn.parse(text).links());
    for (JsonNode block : blocks) {
      block.path("elements").forEach(element -> links.add(element.path("url").asString("")));
    }
    return links.stream().filter(link -> !link.isEmpty()).distinct().toList();
  }

  /// What Slack would answer: blank if it is fine.
  public String error() {
    if (text.isBlank()) {
      return "no_text";
    }
    if (length(blocks) > MAX_BLOCK_CHARACTERS) {
      return "msg_blocks_too_long";
    }
    try {
      withoutMentions(text);
      blocks.forEach(SlackPost::check);
      return blocks.size() > 50 || text.length() > 40_000 ? "invalid_blocks" : "";
    } catch (AssertionError | RuntimeException _) {
      return "invalid_blocks";
    }
  }

  /// The length of all strings.
  private static int length(JsonNode node) {
    return node.isString()
        ? node.asString().length()
        : node.values().stream().mapToInt(SlackPost::length).sum();
  }

  private static void check(JsonNode block) {
    switch (block.get("type").asString()) {
      case "header" -> {
        require(block.at("/text/type").asString().equals("plain_text"));
        checkedText(block.get("text"), 150);
      }
      case "section" -> checkedText(block.get("text"), 3000);
      case "context" -> {
        require(!block.get("elements").isEmpty() && block.get("elements").size() <= 10);
        block.get("elements").forEach(element -> checkedText(element, 3000));
      }
      case "actions" -> checkButtons(block.get("elements"));
      case "rich_text" -> richText(block);
      case "input" -> {
        checkedText(block.get("label"), 2000);
        checkedText(block.at("/element/placeholder"), 150);
      }
      default -> throw new AssertionError("a block of no kind");
    }
  }

  private static void checkButtons(JsonNode buttons) {
    require(!buttons.isEmpty() && buttons.size() <= 25);
    buttons.forEach(SlackPost::checkButton);
    long actions =
        buttons.valueStream().map(each -> each.get("action_id").asString()).distinct().count();
    require(actions == buttons.size());
  }

  private static void checkButton(JsonNode button) {
    require(button.get("type").asString().equals("button"));
    checkedText(button.get("text"), 75);
    if (!button.has("url")) {
      String value = button.get("value").asString();
      require(!value.isEmpty() && value.length() <= 2000);
      return;
    }
    String url = button.get("url").asString();
    require(url.length() <= 3000 && url.matches("https?://[\\x21-\\x7e]+"));
    require(!url.matches(".*[<>|\"\\\\^`{}].*") && URI.create(url).getScheme() != null);
  }

  private static JsonNode label(JsonNode element) {
    return element.path("type").asString().equals("button") ? element.get("text") : element;
  }

  private static String checkedText(JsonNode object, int longest) {
    String text = object.get("text").asString();
    require(!text.isEmpty() && text.length() <= longest);
    return switch (object.get("type").asString()) {
      case "plain_text" ->
          object.path("emoji").asBoolean(true)
              ? SlackMrkdwn.unescapeWithEmoji(text)
              : SlackMrkdwn.unescape(text);
      case "mrkdwn" -> withoutMentions(text).visible();
      default -> throw new AssertionError("a text of no kind");
    };
  }

  /// The bot calls nobody: what would is a title that was not escaped.
  private static SlackMrkdwn withoutMentions(String text) {
    SlackMrkdwn parsed = SlackMrkdwn.parse(text);
    require(parsed.mentions().isEmpty());
    return parsed;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new AssertionError("beyond Slack's limits");
    }
  }
}
