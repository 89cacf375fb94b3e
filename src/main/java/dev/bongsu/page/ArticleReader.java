package dev.bongsu.page;

import dev.bongsu.charset.TextDecoder;
import dev.bongsu.language.DefaultZones;
import dev.bongsu.language.Truncation;
import dev.bongsu.summary.ArticleKind;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns a news page into its article: title, body without boilerplate, language, time.
///
/// Works on what it is given and nothing else: no network, no clock. Never throws, whatever the
/// bytes; size, nesting and number of elements are bounded. Safe for many threads.
public final class ArticleReader {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleReader.class);

  private static final int MAX_BYTES = 5_000_000;
  private static final int MAX_DEPTH = 256;

  /// Tags of a page that are looked at. The largest papers' front pages have 20 000; each costs
  /// some 600 bytes, its copies included, and a heap of 256 MB has to do for several pages at once.
  private static final int MAX_TAGS = 120_000;

  private static final int HEAD_LENGTH = 2_000;
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?]");
  private static final Pattern BINARY =
      Pattern.compile(
          "\\s*(?:(?:image|audio|video|font)/|application/(?:pdf|zip|octet-stream|msword))",
          Pattern.CASE_INSENSITIVE);

  /// Reads a page of any charset.
  ///
  /// @param contentType the HTTP header's value; null if there was none
  /// @param base the page's address
  /// @return kind NOT_AN_ARTICLE and a blank text for a page without text
  public ArticleText read(
      byte[] page, @Nullable String contentType, URI base, EntryMetadata hints) {
    try {
      String html = TextDecoder.decode(truncated(page), contentType);
      if (isBinary(html, contentType)) {
        return notAnArticle(hints);
      }
      return isPlain(html, contentType) ? readPlain(html, hints) : readPage(html, base, hints);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("Page {} could not be read, taken for no article", base.getHost(), e);
      return notAnArticle(hints);
    }
  }

  /// Reads text without markup, such as a feed's own or a page saved as text. Without a title among
  /// the hints the first line is the title if more follows and it is no sentence. Never throws.
  public ArticleText readPlain(String text, EntryMetadata hints) {
    String head = Truncation.head(text, ArticleText.MAX_LENGTH);
    List<String> lines = PageLines.ofPlainText(head);
    boolean titled =
        hints.titleOr("").isEmpty() && lines.size() > 1 && !Prose.endsSentence(lines.getFirst());
    String title = titled ? lines.getFirst() : hints.titleOr("");
    List<String> body = LineCleaner.clean(titled ? lines.subList(1, lines.size()) : lines, title);
    String language = hints.languageOf(title, body, "");
    ZoneId zone = DefaultZones.ofPage(language, null);
    Instant published =
        hints.published() != null
            ? hints.published()
            : new Headline(title, lines).date(zone).orElse(null);
    return new ArticleText(
        ArticleKindClassifier.of(title, body),
        title,
        String.join("\n", body),
        language,
        published,
        "",
        PageCredits.NONE);
  }

  private static ArticleText readPage(String html, URI base, EntryMetadata hints) {
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    Document page = Jsoup.parse(truncatedToMaxTags(html), base.toString(), parser);
    return new PageReader(page, hints).read(base);
  }

  private static ArticleText notAnArticle(EntryMetadata hints) {
    String title = hints.titleOr("");
    String language = hints.languageOf(title, List.of(), "");
    return new ArticleText(
        ArticleKind.NOT_AN_ARTICLE, title, "", language, hints.published(), "", PageCredits.NONE);
  }

  /// The page, or as much of it as is read, not cut inside a UTF-8 character.
  private static byte[] truncated(byte[] page) {
    if (page.length <= MAX_BYTES) {
      return page;
    }
    int end = MAX_BYTES;
    while (end > MAX_BYTES - 4 && (page[end] & 0xC0) == 0x80) {
      end--;
    }
    return Arrays.copyOf(page, end);
  }

  private static String truncatedToMaxTags(String html) {
    int tag = html.indexOf('<');
    for (int n = 0; n < MAX_TAGS && tag >= 0; n++) {
      tag = html.indexOf('<', tag + 1);
    }
    return tag < 0 ? html : html.substring(0, tag);
  }

  /// As the server says; where none does, as in a file, a text without a single tag is no page.
  private static boolean isPlain(String text, @Nullable String contentType) {
    return contentType == null
        ? !TAG.matcher(text).find()
        : contentType.toLowerCase(Locale.ROOT).startsWith("text/plain");
  }

  private static boolean isBinary(String text, @Nullable String contentType) {
    if (contentType != null && BINARY.matcher(contentType).lookingAt()) {
      return true;
    }
    String head = text.substring(0, Math.min(text.length(), HEAD_LENGTH));
    long odd = head.chars().filter(c -> c < ' ' && !Character.isWhitespace(c)).count();
    return head.startsWith("%PDF") || odd * 100 > head.length();
  }
}
