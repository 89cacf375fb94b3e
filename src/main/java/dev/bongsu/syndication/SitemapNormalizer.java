package dev.bongsu.syndication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// A sitemap with news in it (the namespace `sitemap-news/0.9`) as RSS 2.0.
final class SitemapNormalizer {
  private SitemapNormalizer() {}

  /// Changes a tree.
  ///
  /// @throws UnreadableFeedException if it is a map of pages, none of them news
  static FeedFormat normalize(Document tree) throws UnreadableFeedException {
    Element root = tree.getRootElement();
    List<Element> pages =
        JdomElements.children(root, "url").filter(url -> news(url).isPresent()).toList();
    if (pages.isEmpty()) {
      throw new UnreadableFeedException("a sitemap without news");
    }
    Element channel = JdomElements.createInheriting("channel", List.of(root));
    publication(pages.getFirst())
        .ifPresent(
            paper -> {
              add(channel, "title", JdomElements.first(paper, "name").orElse(null));
              add(channel, "language", JdomElements.first(paper, "language").orElse(null));
            });
    pages.forEach(page -> channel.addContent(item(page)));
    tree.setRootElement(RssNormalizer.wrapInRss(root, channel));
    return new FeedFormat("sitemap_news");
  }

  private static Optional<Element> news(Element url) {
    return JdomElements.first(url, "news");
  }

  private static Optional<Element> publication(Element url) {
    return news(url).flatMap(news -> JdomElements.first(news, "publication"));
  }

  private static Element item(Element url) {
    Element item = new Element("item");
    Optional<Element> news = news(url);
    add(item, "title", news.flatMap(n -> JdomElements.first(n, "title")).orElse(null));
    add(item, "link", JdomElements.first(url, "loc").orElse(null));
    add(
        item,
        "pubDate",
        news.flatMap(n -> JdomElements.first(n, "publication_date"))
            .or(() -> JdomElements.first(url, "lastmod"))
            .orElse(null));
    news.flatMap(n -> JdomElements.first(n, "keywords")).stream()
        .flatMap(words -> Stream.of(words.getText().split(",")))
        .forEach(word -> item.addContent(new Element("category").setText(word.strip())));
    return item;
  }

  private static void add(Element parent, String name, @Nullable Element from) {
    if (from != null) {
      parent.addContent(new Element(name).setText(from.getValue()));
    }
  }
}
