package dev.bongsu.syndication;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Puts right what feeds get wrong about XML, so that a strict parser can read them.
final class XmlCleaner {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int MAX_ADDED_CHARS = 1_000_000;
  private static final Pattern REPAIRABLE =
      Pattern.compile(
          "&(?:#(?<dec>\\d{1,9})|#[xX](?<hex>[0-9A-Fa-f]{1,7})|(?<name>[\\w.-]{1,32}));"
              + "|(?<amp>&)|(?<lt><)(?![A-Za-z_:/!?])");

  /// What is passed over whole, by its first and last characters.
  private static final Map<String, String> SKIPPED_SECTIONS =
      Map.of("<![CDATA[", "]]>", "<!--", "-->", "<?", "?>");

  private final Map<String, String> entities;
  private final Map<String, String> htmlEntity = new HashMap<>();
  private final Set<String> unterminated = new HashSet<>();
  private int addedChars;

  private XmlCleaner(Map<String, String> entities) {
    this.entities = entities;
  }

  /// The document from its root element on: without XML declaration, DOCTYPE, junk before them, and
  /// characters that XML 1.0 forbids. Bare ampersands become letters, entities what they stand for:
  /// by the document's own word or as in HTML.
  ///
  /// @throws UnreadableFeedException if there is no root element of a feed, or the document is made
  ///   to harm
  static String clean(String text) throws UnreadableFeedException {
    Prolog prolog = Prolog.of(text);
    if (prolog.hostile()) {
      throw new UnreadableFeedException("brings its own entities in a DOCTYPE");
    }
    if (prolog.rootStart() < 0) {
      throw new UnreadableFeedException("neither RSS, Atom nor JSON Feed");
    }
    XmlCleaner cleaner = new XmlCleaner(prolog.entities());
    String clean = cleaner.repair(removeIllegalChars(text.substring(prolog.rootStart())));
    if (cleaner.addedChars >= MAX_ADDED_CHARS) {
      throw new UnreadableFeedException("grows too far when it is put right");
    }
    return clean;
  }

  private static String removeIllegalChars(String text) {
    if (text.codePoints().allMatch(XmlCleaner::isXmlChar)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().filter(XmlCleaner::isXmlChar).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isXmlChar(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }

  private String repair(String text) {
    Matcher matcher = REPAIRABLE.matcher(text);
    StringBuilder result = new StringBuilder(text.length());
    int from = 0;
    for (int at = nextCandidate(text, 0);
        at >= 0 && addedChars < MAX_ADDED_CHARS;
        at = nextCandidate(text, Math.max(from, at + 1))) {
      Map.Entry<String, String> seal = skippedSectionAt(text, at);
      if (seal != null) {
        int inside = at + seal.getKey().length();
        int end = endOfSkippedSection(text, inside, seal.getValue());
        result.append(text, from, end < 0 ? at : end);
        from = end < 0 ? inside : end;
      } else if (matcher.region(at, text.length()).lookingAt()) {
        String repaired = replacement(matcher);
        addedChars += Math.max(0, repaired.length() - matcher.group().length());
        result.append(text, from, at).append(repaired);
        from = matcher.end();
      }
    }
    return result.append(text, from, text.length()).toString();
  }

  private static Map.@Nullable Entry<String, String> skippedSectionAt(String text, int at) {
    return SKIPPED_SECTIONS.entrySet().stream()
        .filter(seal -> text.startsWith(seal.getKey(), at))
        .findFirst()
        .orElse(null);
  }

  /// Behind what is passed over whole; -1 if nothing ends it: then what is inside is no part of it.
  private int endOfSkippedSection(String text, int from, String last) {
    // nothing is looked for to the end of the document twice
    int end = unterminated.contains(last) ? -1 : text.indexOf(last, from);
    if (end < 0) {
      unterminated.add(last);
    }
    return end < 0 ? -1 : end + last.length();
  }

  /// Where the next thing is that may need repair: plain text and tags are passed over without a
  /// pattern, which halves the time.
  private static int nextCandidate(String text, int from) {
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

  private String replacement(Matcher found) {
    if (found.group("amp") != null) {
      return "&amp;";
    }
    if (found.group("lt") != null) {
      return "&lt;";
    }
    if (found.group("dec") != null) {
      return character(Integer.parseInt(found.group("dec")), found.group());
    }
    if (found.group("hex") != null) {
      return character(Integer.parseInt(found.group("hex"), 16), found.group());
    }
    String name = found.group("name");
    return name == null ? found.group() : entity(name, found.group());
  }

  /// Numbers from 128 to 159 mean letters of windows-1252, as in HTML.
  private static String character(int number, String reference) {
    if (number >= 0x80 && number < 0xA0) {
      return new String(new byte[] {(byte) number}, WINDOWS_1252);
    }
    return isXmlChar(number) ? reference : "";
  }

  private String entity(String name, String whole) {
    return switch (name) {
      case "amp", "lt", "gt", "quot", "apos" -> whole;
      default -> {
        String own = entities.get(name);
        if (own != null) {
          yield escape(own);
        }
        yield htmlEntity.computeIfAbsent(name, XmlCleaner::htmlEntity);
      }
    };
  }

  private static String htmlEntity(String name) {
    String whole = "&" + name + ";";
    return escape(Entities.isNamedEntity(name) ? Parser.unescapeEntities(whole, true) : whole);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
