package dev.bongsu.syndication;

import static java.util.regex.Matcher.quoteReplacement;

import dev.bongsu.language.DateReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;

/// An XML feed, cleaned, cut to size and read into a tree.
///
/// @param tree in one of the shapes that ROME reads
/// @param complete false if it broke off and only its whole items are here
/// @param warnings what was put right on the way
record FeedDocument(
    Document tree, FeedFormat format, FeedHints hints, boolean complete, List<String> warnings) {
  static final int MAX_ENTRIES = 1_000;

  /// 200 for each of a thousand entries; in a tree about 50 MB.
  private static final int MAX_NODES = 200_000;

  private static final Pattern DATE =
      Pattern.compile("<(?:\\w+:)?(?:pubDate|published|updated|date)\\b[^>]*>([^<]+)<");
  private static final Pattern DECLARED_PREFIX = Pattern.compile("xmlns:([^\\s=]+)\\s*=");
  private static final Pattern ROOT_NAME = Pattern.compile("^<[^\\s/>]+");
  private static final Pattern ITEM_START =
      Pattern.compile("<(?:\\w+:)?(?:item|entry)[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_MARKUP =
      Pattern.compile("<!--.*?-->|<!\\[CDATA\\[.*?]]>", Pattern.DOTALL);

  /// Reads a document.
  ///
  /// @throws UnreadableFeedException if it is no feed, hostile, or broken beyond repair
  static FeedDocument read(String text) throws UnreadableFeedException {
    String clean = XmlCleaner.clean(text);
    XmlStructure outline = XmlStructure.of(clean);
    if (outline.rejectionReason() != null) {
      throw new UnreadableFeedException(outline.rejectionReason());
    }
    List<String> warnings = new ArrayList<>();
    String cut = declarePrefixes(truncate(clean, outline, warnings), outline.prefixes());
    Document tree = tree(cut, warnings);
    UnclosedElements.moveOut(tree.getRootElement());
    EscapedCdata.unwrap(tree.getRootElement());
    FeedHints hints = FeedHints.of(tree.getRootElement());
    FeedFormat format = FeedNormalizer.normalize(tree);
    if (!RawItem.existIn(tree.getRootElement()) && mentionsItems(clean)) {
      throw new UnreadableFeedException("has entries where none can be read");
    }
    return new FeedDocument(tree, format, hints, outline.isComplete(), List.copyOf(warnings));
  }

  /// Whether there are items somewhere. A feed with items of which none was found must not pass for
  /// an empty one.
  private static boolean mentionsItems(String text) {
    return ITEM_START.matcher(NOT_MARKUP.matcher(text).replaceAll("")).find();
  }

  private static String truncate(String text, XmlStructure outline, List<String> warnings)
      throws UnreadableFeedException {
    List<XmlStructure.ItemRange> items = outline.items();
    checkSize(outline, items.size() > MAX_ENTRIES ? newest(text, items) : items);
    if (outline.isComplete() && items.size() <= MAX_ENTRIES) {
      return text.substring(0, outline.end());
    }
    if (items.isEmpty()) {
      throw new UnreadableFeedException("breaks off before the end of its first entry");
    }
    if (!outline.isComplete()) {
      warnings.add("breaks off after entry %d".formatted(items.size()));
    }
    List<XmlStructure.ItemRange> kept = newest(text, items);
    if (kept.size() < items.size()) {
      warnings.add("has %d entries: read the newest %d".formatted(items.size(), kept.size()));
    }
    StringBuilder cut = new StringBuilder(text.substring(0, items.getFirst().start()));
    kept.forEach(item -> cut.append(text, item.start(), item.end()));
    outline.ancestors().reversed().forEach(name -> cut.append("</").append(name).append('>'));
    return cut.toString();
  }

  /// @throws UnreadableFeedException if what is to be parsed would fill the memory
  private static void checkSize(XmlStructure outline, List<XmlStructure.ItemRange> kept)
      throws UnreadableFeedException {
    long nodes = kept.stream().mapToLong(XmlStructure.ItemRange::nodes).sum();
    if (nodes + outline.nodesOutsideItems() > MAX_NODES) {
      throw new UnreadableFeedException("too many elements");
    }
  }

  /// Most feeds put the newest first; some put it last.
  private static List<XmlStructure.ItemRange> newest(
      String text, List<XmlStructure.ItemRange> items) {
    if (items.size() <= MAX_ENTRIES) {
      return items;
    }
    boolean oldestFirst =
        date(text, items.getFirst()).compareTo(date(text, items.getLast())) < 0
            && !date(text, items.getFirst()).isEmpty();
    return oldestFirst
        ? items.subList(items.size() - MAX_ENTRIES, items.size())
        : items.subList(0, MAX_ENTRIES);
  }

  /// As text that sorts by time; blank if there is none.
  private static String date(String text, XmlStructure.ItemRange item) {
    Matcher date = DATE.matcher(text).region(item.start(), item.end());
    return date.find()
        ? DateReader.parse(date.group(1))
            .map(d -> d.toInstant(ZoneOffset.UTC).toString())
            .orElse("")
        : "";
  }

  /// Declares the prefixes that the document uses without saying what they mean.
  private static String declarePrefixes(String text, Set<String> prefixes) {
    Set<String> missing = new TreeSet<>(prefixes);
    DECLARED_PREFIX.matcher(text).results().forEach(known -> missing.remove(known.group(1)));
    missing.remove("xml");
    StringBuilder declarations = new StringBuilder();
    for (String prefix : missing) {
      declarations.append(" xmlns:%s=\"%s\"".formatted(prefix, FeedNamespaces.undeclared(prefix)));
    }
    return declarations.isEmpty()
        ? text
        : ROOT_NAME
            .matcher(text)
            .replaceFirst(root -> quoteReplacement(root.group() + declarations));
  }

  private static Document tree(String text, List<String> warnings) throws UnreadableFeedException {
    SAXBuilder builder = new SAXBuilder();
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
    builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    try {
      return builder.build(new StringReader(text));
    } catch (JDOMException | IOException | IllegalArgumentException e) {
      // JDOM also refuses what XML allows: the address of a namespace that begins with a blank
      String trouble = "not well-formed XML" + lineNumber(e);
      Document loose = LenientXmlParser.parse(text);
      if (loose == null) {
        throw new UnreadableFeedException(trouble);
      }
      warnings.add(trouble);
      return loose;
    }
  }

  private static String lineNumber(Exception trouble) {
    return trouble instanceof JDOMParseException at
        ? " in line %d".formatted(at.getLineNumber())
        : "";
  }
}
