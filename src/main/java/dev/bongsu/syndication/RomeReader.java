package dev.bongsu.syndication;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.bongsu.language.WrittenDate;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// XML feeds of all kinds, by way of ROME.
final class RomeReader {
  /// ROME hands elements it does not know through: so each entry finds its element again.
  private static final Namespace ITEM_TAG = Namespace.getNamespace("bongsu", "urn:bongsu:item");

  private RomeReader() {}

  /// Reads a document.
  ///
  /// @param base of links that are not absolute: where the document came from
  /// @param language of the feed, if somebody knows it better than the document; else blank
  /// @throws UnreadableFeedException if ROME cannot make a feed of it
  static ParsedFeed read(FeedDocument document, URI base, String language)
      throws UnreadableFeedException {
    Element root = document.tree().getRootElement();
    List<RawItem> items = RawItem.of(root);
    for (int i = 0; i < items.size(); i++) {
      items.get(i).element().addContent(new Element("n", ITEM_TAG).setText(String.valueOf(i)));
    }
    SyndFeed feed = build(document);
    List<String> titles =
        feed.getEntries().stream().map(entry -> title(entry.getTitleEx())).toList();
    String declared = language.isEmpty() ? declaredLanguage(feed, root) : language;
    String known = FeedLanguage.of(declared, titles);
    ZoneId zone = FeedLanguage.defaultZone(known, dates(root, items));
    URI link = RawItem.siteLink(root, base);
    URI bases = linkBase(base, link, RawItem.selfLink(root, base));
    List<Entry> entries =
        feed.getEntries().stream()
            .map(entry -> entry(entry, itemOf(entry, items), bases, zone))
            .toList();
    return new ParsedFeed(
        title(feed.getTitleEx()),
        link,
        known,
        document.format(),
        entries,
        document.warnings(),
        document.complete(),
        document.hints());
  }

  /// Publishers of RSS mean the site; of a file on disk only the site is a place on the web.
  private static URI linkBase(URI document, @Nullable URI site, @Nullable URI self) {
    return Stream.of(site, self).filter(Objects::nonNull).findFirst().orElse(document);
  }

  private static SyndFeed build(FeedDocument document) throws UnreadableFeedException {
    try {
      return new SyndFeedInput(false, Locale.ROOT).build(document.tree());
    } catch (FeedException | RuntimeException _) {
      // also what an odd version or module throws: IllegalArgumentException and its like
      throw new UnreadableFeedException("an XML document, but not a readable feed");
    }
  }

  private static @Nullable RawItem itemOf(SyndEntry entry, List<RawItem> items) {
    return entry.getForeignMarkup().stream()
        .filter(element -> element.getNamespace().equals(ITEM_TAG))
        .map(element -> items.get(Integer.parseInt(element.getText())))
        .findFirst()
        .orElse(null);
  }

  private static Entry entry(SyndEntry entry, @Nullable RawItem item, URI base, ZoneId zone) {
    String title = title(entry.getTitleEx());
    String summary = text(entry.getDescription(), title);
    return new Entry(
        item == null ? null : item.id(),
        title,
        item == null ? null : item.link(base),
        published(item, zone),
        summary,
        longest(summary, entry.getContents(), title),
        author(entry),
        categories(entry));
  }

  private static @Nullable Instant published(@Nullable RawItem item, ZoneId zone) {
    WrittenDate date = item == null ? null : item.date();
    return date == null ? null : date.toInstant(zone);
  }

  /// Atom says whether a title is markup. RSS does not.
  private static String title(@Nullable SyndContent title) {
    String value = title == null ? null : title.getValue();
    if (title == null || value == null) {
      return "";
    }
    return switch (blankIfNull(title.getType())) {
      case "html" -> PlainText.htmlTitle(value);
      case "text" -> PlainText.oneLine(value);
      default -> PlainText.ambiguousTitle(value);
    };
  }

  private static String longest(String summary, List<SyndContent> contents, String title) {
    return Stream.concat(Stream.of(summary), contents.stream().map(content -> text(content, title)))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private static String text(@Nullable SyndContent content, String title) {
    if (content == null || content.getValue() == null) {
      return "";
    }
    // "text" is Atom's word for plain text; RSS's descriptions are HTML, whatever ROME calls them
    return FeedFooter.remove(
        "text".equals(content.getType())
            ? PlainText.normalizeLines(content.getValue())
            : PlainText.fromHtml(content.getValue()),
        title);
  }

  private static String author(SyndEntry entry) {
    String names =
        String.join(
            ", ",
            entry.getAuthors().stream()
                .map(author -> blankIfNull(author.getName()))
                .filter(name -> !name.isBlank())
                .toList());
    return PlainText.ambiguousTitle(names.isEmpty() ? blankIfNull(entry.getAuthor()) : names);
  }

  private static List<String> categories(SyndEntry entry) {
    return entry.getCategories().stream()
        .map(SyndCategory::getName)
        .filter(Objects::nonNull)
        .map(PlainText::ambiguousTitle)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static String declaredLanguage(SyndFeed feed, Element root) {
    String language = blankIfNull(feed.getLanguage());
    return language.isBlank()
        ? blankIfNull(root.getAttributeValue("lang", Namespace.XML_NAMESPACE))
        : language;
  }

  private static List<WrittenDate> dates(Element root, List<RawItem> items) {
    return Stream.concat(
            RawItem.feedDates(root).stream(),
            items.stream().map(RawItem::date).flatMap(Stream::ofNullable))
        .toList();
  }

  private static String blankIfNull(@Nullable String text) {
    return text == null ? "" : text;
  }
}
