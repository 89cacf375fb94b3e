package dev.bongsu.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Telegram's HTML, read more strictly than Telegram does: known tags only, closed in order,
/// nothing but known entities after `&`, no bare `<` or `>`.
public final class TelegramHtml {
  private static final Set<String> TAGS =
      Set.of("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre");
  private static final Map<String, String> ENTITIES =
      Map.of("&lt;", "<", "&gt;", ">", "&amp;", "&", "&quot;", "\"");
  private static final Pattern ENTITY = Pattern.compile("&[a-z]+;");
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)((?: href=\"[^\"<>]*\")?)>");

  private final String html;
  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  private TelegramHtml(String html) {
    this.html = html;
  }

  /// The text without its markup.
  ///
  /// @throws IllegalArgumentException if Telegram might not understand it
  public static String text(String html) {
    return new TelegramHtml(html).read();
  }

  private String read() {
    int at = 0;
    while (at < html.length()) {
      at =
          switch (html.charAt(at)) {
            case '<' -> tag(at);
            case '&' -> entity(at);
            case '>' -> throw parseError("a bare '>'", at);
            default -> character(at);
          };
    }
    if (!open.isEmpty()) {
      throw parseError("no end tag for " + open.peek(), at);
    }
    return text.toString();
  }

  private int character(int at) {
    text.append(html.charAt(at));
    return at + 1;
  }

  private int entity(int at) {
    Matcher entity = ENTITY.matcher(html).region(at, html.length());
    if (!entity.lookingAt() || !ENTITIES.containsKey(entity.group())) {
      throw parseError("no entity", at);
    }
    text.append(ENTITIES.get(entity.group()));
    return entity.end();
  }

  private int tag(int at) {
    Matcher tag = TAG.matcher(html).region(at, html.length());
    if (!tag.lookingAt() || !TAGS.contains(tag.group(2))) {
      throw parseError("unsupported start tag", at);
    }
    boolean hasAddress = !tag.group(3).isEmpty();
    boolean isEnd = !tag.group(1).isEmpty();
    boolean needsAddress = tag.group(2).equals("a") && !isEnd;
    if (hasAddress != needsAddress) {
      throw parseError("a link without address, or an address without link", at);
    }
    if (!isEnd) {
      open.push(tag.group(2));
    } else if (open.isEmpty() || !open.pop().equals(tag.group(2))) {
      throw parseError("unmatched end tag", at);
    }
    return tag.end();
  }

  private static IllegalArgumentException parseError(String what, int at) {
    return new IllegalArgumentException(
        "can't parse entities: %s at offset %d".formatted(what, at));
  }
}
