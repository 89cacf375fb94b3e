package dev.bongsu.syndication;

import java.util.Map;
import org.jdom2.Namespace;

/// The namespaces of feeds.
final class FeedNamespaces {
  static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
  static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
  static final Namespace RDF =
      Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

  private static final Map<String, String> USUAL_PREFIXES =
      Map.of(
          "dc", DC.getURI(),
          "dcterms", "http://purl.org/dc/terms/",
          "content", CONTENT.getURI(),
          "atom", ATOM.getURI(),
          "media", "http://search.yahoo.com/mrss/",
          "itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd",
          "slash", "http://purl.org/rss/1.0/modules/slash/",
          "sy", "http://purl.org/rss/1.0/modules/syndication/",
          "rdf", RDF.getURI());

  private FeedNamespaces() {}

  /// The meaning of a prefix that a document uses without declaring it.
  static String undeclared(String prefix) {
    return USUAL_PREFIXES.getOrDefault(prefix, "urn:undeclared:" + prefix);
  }
}
