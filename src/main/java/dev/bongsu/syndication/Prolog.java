package dev.bongsu.syndication;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// What stands before the root element of a feed: declarations, comments, and whatever a careless
/// server printed first.
///
/// @param rootStart where the root element begins; -1 if the document has none of a feed
/// @param entities that a DOCTYPE declares, by name
/// @param hostile a DOCTYPE declares something that could expand or fetch something
record Prolog(int rootStart, Map<String, String> entities, boolean hostile) {
  private static final Set<String> FEED_ROOTS =
      Set.of("rss", "rdf", "feed", "entry", "channel", "urlset");

  private static final String SUBSET_START = "[";

  /// What a DOCTYPE may say: nothing here leads anywhere. Entities stand for a few letters; the
  /// sets that W3C names are known without asking it.
  private static final Pattern HARMLESS_DECLARATION =
      Pattern.compile(
          "\\s+|<!--.*?-->|<\\?.*?\\?>|<!(?:ELEMENT|ATTLIST|NOTATION)\\b[^>]*>"
              + "|<!ENTITY\\s+(?<name>[\\w.-]+)\\s+(?<value>\"(?:[^\"&%]|&#x?[0-9A-Fa-f]{1,6};){0,100}\""
              + "|'(?:[^'&%]|&#x?[0-9A-Fa-f]{1,6};){0,100}')\\s*>"
              + "|<!ENTITY\\s+%\\s+\\w+\\s+PUBLIC\\s+\"-//W3C//ENTITIES[^\"]*\"\\s+\"[^\"]*\"\\s*>|%\\w+;",
          Pattern.DOTALL);

  /// Reads the start of a document.
  static Prolog of(String text) {
    Map<String, String> entities = new HashMap<>();
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
      if (text.startsWith("<!--", at)) {
        at = indexAfter(text, "-->", at + 4);
      } else if (text.startsWith("<?", at)) {
        at = indexAfter(text, ">", at + 2);
      } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
        int end = endOfDoctype(text, at + 9);
        if (!readEntities(text.substring(at, end), entities)) {
          return new Prolog(-1, Map.of(), true);
        }
        at = end;
      } else {
        String name = nameAt(text, at + 1);
        if (FEED_ROOTS.contains(name)) {
          return new Prolog(at, entities, false);
        }
        at = name.equals("html") ? text.length() : at + 1;
      }
    }
    return new Prolog(-1, entities, false);
  }

  private static int indexAfter(String text, String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? text.length() : at + end.length();
  }

  /// Behind its `>`; quotes may hold brackets, and the subset quotes.
  private static int endOfDoctype(String text, int from) {
    boolean inSubset = false;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (text.startsWith("<!--", i)) {
        i = indexAfter(text, "-->", i) - 1;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == ']') {
        inSubset = c == '[';
      } else if (c == '>' && !inSubset) {
        return i + 1;
      }
    }
    return text.length();
  }

  /// Notes the entities of a DOCTYPE; false if it holds anything but harmless things.
  private static boolean readEntities(String doctype, Map<String, String> entities) {
    int open = doctype.indexOf(SUBSET_START);
    if (open < 0) {
      return true;
    }
    int close = doctype.lastIndexOf(']');
    Matcher part =
        HARMLESS_DECLARATION.matcher(doctype).region(open + 1, Math.max(close, open + 1));
    while (part.lookingAt()) {
      String name = part.group("name");
      if (name != null) {
        String value = part.group("value");
        // as XML has it, the first one counts
        entities.putIfAbsent(
            name, Parser.unescapeEntities(value.substring(1, value.length() - 1), true));
      }
      part.region(part.end(), part.regionEnd());
    }
    return close > open && part.regionStart() == part.regionEnd();
  }

  /// The local name of the tag in lower case; blank if it is none.
  private static String nameAt(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || ":_-.".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    String name = text.substring(start, end).toLowerCase(Locale.ROOT);
    return name.substring(name.indexOf(':') + 1);
  }
}
