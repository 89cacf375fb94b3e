package dev.bongsu.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Restores the text a person typed from Slack's markup: `<http://a.example|a.example>` for a link,
/// `<@U1>` for a person, `&amp;` for an ampersand.
final class SlackInputText {
  private static final Pattern REFERENCE = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");
  private static final Pattern MENTION = Pattern.compile("<@[^<>]+>");

  private SlackInputText() {}

  /// The text as typed. A link is its address, unless Slack made it of a word with a dot: then it
  /// is the word.
  static String of(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(unwrapped(reference)))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }

  /// The text as a command: with a slash if it was left out, `/help` if there is no text.
  static String toCommand(String text) {
    String typed = of(text);
    if (typed.isEmpty()) {
      return "/help";
    }
    return typed.startsWith("/") ? typed : "/" + typed;
  }

  /// The words for the bot in a message that mentions it: what follows the first mention, or what
  /// goes before it if nothing follows.
  static String withoutMention(String text) {
    Matcher mention = MENTION.matcher(text);
    if (!mention.find()) {
      return text;
    }
    String after = text.substring(mention.end()).replaceFirst("^\\s*[:,]", "");
    return after.isBlank() ? text.substring(0, mention.start()) : after;
  }

  private static String unwrapped(MatchResult reference) {
    String target = reference.group(1);
    String label = reference.group(2) == null ? "" : reference.group(2);
    return switch (target.charAt(0)) {
      case '@' -> "@" + (label.isEmpty() ? target.substring(1) : label);
      case '#' -> "#" + (label.isEmpty() ? target.substring(1) : label);
      case '!' -> label.isEmpty() ? "@" + target.substring(1) : label;
      default -> isMadeOf(target, label) ? label : target;
    };
  }

  private static boolean isMadeOf(String target, String label) {
    String bare = target.replaceFirst("^(?:https?://|mailto:)", "");
    return !label.isEmpty()
        && (target.startsWith("mailto:")
            || bare.equalsIgnoreCase(label)
            || bare.equalsIgnoreCase(label + "/"));
  }
}
