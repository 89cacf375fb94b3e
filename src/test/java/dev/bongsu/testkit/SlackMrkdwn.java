package dev.bongsu.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as Slack's clients would show it, and what in it is live.
///
/// @param visible what is read, without zero-width spaces
/// @param links addresses that can be pressed
/// @param mentions people, channels and groups that are called, as written
/// @param formatting pieces shown bold, italic, struck, as code, as emoji or as a quote
public record SlackMrkdwn(
    String visible, List<String> links, List<String> mentions, List<String> formatting) {
  private static final String ZERO_WIDTH_SPACE = "\u200b";
  private static final Pattern REFERENCE = Pattern.compile("<([^<>]*)>");
  private static final Pattern BAD_ENTITY = Pattern.compile("&(?!amp;|lt;|gt;)");
  private static final Pattern FORMATTED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])([*_~`])(?=\\S)(?:(?!\\1).)*(?<=\\S)\\1(?![\\p{L}\\p{N}])");
  private static final Pattern EMOJI = Pattern.compile(":[^\\s:\u200b]+:");
  private static final Pattern QUOTE = Pattern.compile("(?m)^\\h*&gt;.*");

  /// Reads a text in Slack's markup. A zero-width space may be a blank to Slack or a letter: what
  /// is formatting either way is formatting.
  ///
  /// @throws AssertionError if it is no valid markup
  public static SlackMrkdwn parse(String text) {
    List<String> links = new ArrayList<>();
    List<String> mentions = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    StringBuilder words = new StringBuilder();
    Matcher references = REFERENCE.matcher(text);
    int end = 0;
    while (references.find()) {
      rest.append(text, end, references.start());
      words.append(text, end, references.start()).append(" ");
      String target = references.group(1);
      boolean isMention = !target.isEmpty() && "@#!".indexOf(target.charAt(0)) >= 0;
      (isMention ? mentions : links).add(unescape(target));
      rest.append(target);
      end = references.end();
    }
    rest.append(text.substring(end));
    words.append(text.substring(end));
    return new SlackMrkdwn(
        unescape(rest.toString()), links, mentions, formatting(words.toString()));
  }

  /// The text of a `plain_text` object, in which only entities mean anything.
  ///
  /// @throws AssertionError if something in it is not escaped
  public static String unescape(String text) {
    if (text.matches("(?s).*[<>].*") || BAD_ENTITY.matcher(text).find()) {
      throw new AssertionError("not escaped: " + text);
    }
    return text.replace(ZERO_WIDTH_SPACE, "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /// The text of a `plain_text` object in which names of emoji are pictures.
  static String unescapeWithEmoji(String text) {
    return unescape(EMOJI.matcher(text).replaceAll("�"));
  }

  private static List<String> formatting(String text) {
    List<String> found = new ArrayList<>();
    for (String read : List.of(" ", "x")) {
      String words = text.replace(ZERO_WIDTH_SPACE, read);
      FORMATTED.matcher(words).results().forEach(hit -> found.add(hit.group()));
    }
    EMOJI.matcher(text).results().forEach(hit -> found.add(hit.group()));
    QUOTE.matcher(text).results().forEach(hit -> found.add(hit.group()));
    return found;
  }
}
