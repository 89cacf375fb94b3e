package dev.bongsu.syndication;

import dev.bongsu.charset.TextDecoder;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Reads feeds: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, well-formed or not quite.
///
/// Decode, clean, bound, parse. Threads: safe for any number.
public final class FeedParser {

  /// Reads a document of unknown language.
  public ParseOutcome parse(byte[] body, @Nullable String contentType, URI base) {
    return parse(body, contentType, base, "");
  }

  /// Reads a document. Never throws, whatever the bytes are.
  ///
  /// @param contentType the HTTP header; null if there was none
  /// @param base of links that are not absolute: where the document came from
  /// @param language of the feed, if somebody knows it better than the document; else blank
  public ParseOutcome parse(byte[] body, @Nullable String contentType, URI base, String language) {
    try {
      return new ParseOutcome.Parsed(read(TextDecoder.decode(body, contentType), base, language));
    } catch (UnreadableFeedException e) {
      return new ParseOutcome.NotAFeed(e.reason());
    } catch (RuntimeException | StackOverflowError e) {
      return new ParseOutcome.NotAFeed(
          e instanceof StackOverflowError ? "elements nested too deeply" : "cannot be read");
    }
  }

  private static ParsedFeed read(String text, URI base, String language)
      throws UnreadableFeedException {
    String start = text.stripLeading();
    if (start.isEmpty()) {
      throw new UnreadableFeedException("empty");
    }
    return start.startsWith("{")
        ? JsonFeedReader.read(start, base, language)
        : RomeReader.read(FeedDocument.read(text), base, language);
  }
}
