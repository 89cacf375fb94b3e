package dev.bongsu.syndication;

import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;

/// Brings the trees of all dialects into the two shapes that ROME reads without surprises: RSS 2.0
/// and Atom 1.0, without the parts that are never read.
///
/// ROME's own parsers of old versions throw at numbers that are none, look for items in one place
/// only, and know each namespace in one spelling (seen with 2.1).
final class FeedNormalizer {
  private FeedNormalizer() {}

  /// Changes a tree to such a shape.
  ///
  /// @return what it was
  /// @throws UnreadableFeedException if it is no feed
  static FeedFormat normalize(Document tree) throws UnreadableFeedException {
    Element root = tree.getRootElement();
    return switch (root.getName().toLowerCase(Locale.ROOT)) {
      case "feed", "entry" -> AtomNormalizer.normalize(tree);
      case "urlset" -> SitemapNormalizer.normalize(tree);
      case "channel" ->
          CdfNormalizer.isCdf(root) ? CdfNormalizer.normalize(tree) : RssNormalizer.normalize(tree);
      default -> RssNormalizer.normalize(tree);
    };
  }
}
