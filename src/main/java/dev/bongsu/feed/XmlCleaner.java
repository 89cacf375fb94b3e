package dev.bongsu.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/// Puts right what feeds get wrong about XML, so that a strict parser can read them.
final class XmlCleaner {
  private static final Pattern ROOT =
      Pattern.compile("(?i)<(?:[a-z0-9]+:)?(?:rss|rdf|feed)(?=[\\s>/])");
  private static final Pattern DOCTYPE = Pattern.compile("(?i)<!DOCTYPE\\b");
  private static final Pattern HARMLESS_SUBSET =
      Pattern.compile(
          "(?s)(?:\\s++|<!--.*?-->|<!ENTITY\\s+\\w+\\s+(?:\"[^\"&%]{0,40}\"|'[^'&%]{0,40}'"
              + "|\"&#x?[0-9A-Fa-f]{1,6};\"|'&#x?[0-9A-Fa-f]{1,6};')\\s*>){0,500}");
  private static final Pattern LOOSE =
      Pattern.compile(
          "(?s)<!\\[CDATA\\[.*?]]>|<!--.*?-->|<\\?.*?\\?>"
              + "|&(?:#(?<dec>\\d{1,7})|#[xX](?<hex>[0-9A-Fa-f]{1,6})|(?<name>\\w{2,32}));"
              + "|(?<amp>&)|(?<lt><)(?![A-Za-z_:/!?])");

  private XmlCleaner() {}

  /// The document from its root element on: without XML declaration, DOCTYPE, junk before them, and
  /// characters that XML 1.0 forbids. Bare ampersands become letters, HTML's entities what they
  /// stand for.
  ///
  /// @return empty if there is no root element of a feed
  static Optional<String> clean(String text) {
    Matcher root = ROOT.matcher(text);
    return root.find() ? Optional.of(loose(legal(text.substring(root.start())))) : Optional.empty();
  }

  /// Whether the document brings entities of its own that could expand or fetch something.
  static boolean isHostile(String text) {
    Matcher root = ROOT.matcher(text);
    String prolog = root.find() ? text.substring(0, root.start()) : text;
    Matcher doctype = DOCTYPE.matcher(prolog);
    if (!doctype.find()) {
      return false;
    }
    int open = prolog.indexOf('[', doctype.end());
    int close = prolog.lastIndexOf(']');
    return open >= 0
        && (close < open || !HARMLESS_SUBSET.matcher(prolog.substring(open + 1, close)).matches());
  }

  private static String legal(String text) {
    if (text.codePoints().allMatch(XmlCleaner::isLegal)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().filter(XmlCleaner::isLegal).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static String loose(String text) {
    Matcher matcher = LOOSE.matcher(text);
    StringBuilder result = new StringBuilder(text.length());
    int from = 0;
    for (int at = suspect(text, 0); at >= 0; at = suspect(text, Math.max(from, at + 1))) {
      if (matcher.region(at, text.length()).lookingAt()) {
        result.append(text, from, at).append(repaired(matcher));
        from = matcher.end();
      }
    }
    return result.append(text, from, text.length()).toString();
  }

  /// Where the next thing is that may need repair: plain text and tags are passed over without a
  /// pattern, which halves the time.
  private static int suspect(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&' || (c == '<' && !startsTag(text, i + 1))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsTag(String text, int at) {
    return at < text.length() && (text.charAt(at) == '/' || Character.isLetter(text.charAt(at)));
  }

  private static String repaired(Matcher found) {
    if (found.group("amp") != null) {
      return "&amp;";
    }
    if (found.group("lt") != null) {
      return "&lt;";
    }
    if (found.group("dec") != null) {
      return isLegal(Integer.parseInt(found.group("dec"))) ? found.group() : "";
    }
    if (found.group("hex") != null) {
      return isLegal(Integer.parseInt(found.group("hex"), 16)) ? found.group() : "";
    }
    String name = found.group("name");
    return name == null ? found.group() : entity(name, found.group());
  }

  private static String entity(String name, String whole) {
    return switch (name) {
      case "amp", "lt", "gt", "quot", "apos" -> whole;
      default -> {
        String letters =
            Entities.isNamedEntity(name) ? Parser.unescapeEntities(whole, true) : whole;
        yield letters.replace("&", "&amp;").replace("<", "&lt;");
      }
    };
  }
}
