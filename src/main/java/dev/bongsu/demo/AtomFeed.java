package dev.bongsu.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// The feed of English and some Korean stories: Atom in UTF-8.
///
/// Source: RFC 4287
final class AtomFeed {
  private AtomFeed() {}

  /// The feed's document, newest first.
  ///
  /// @param releases oldest first; not empty
  /// @param base scheme, host and port of the newsroom
  static byte[] write(List<PublishedArticle> releases, URI base) {
    String entries =
        releases.reversed().stream()
            .map(release -> entry(release, base))
            .collect(Collectors.joining());
    String self = MarkupEscaper.escape(base.resolve("/demo/atom.xml").toString());
    String front = MarkupEscaper.escape(base.resolve("/demo/").toString());
    String document =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <title>The Lantern Post</title>
        <id>%s</id>
        <link rel="self" href="%s"/>
        <link rel="alternate" href="%s"/>
        <updated>%s</updated>
        %s</feed>
        """
            .formatted(self, self, front, releases.getLast().publishedAt(), entries);
    return document.getBytes(StandardCharsets.UTF_8);
  }

  private static String entry(PublishedArticle release, URI base) {
    DemoArticle story = release.article();
    String address = MarkupEscaper.escape(release.address(base).toString());
    return """
    <entry xml:lang="%s">
    <title>%s</title>
    <id>%s</id>
    <link rel="alternate" type="text/html" href="%s"/>
    <published>%s</published>
    <updated>%s</updated>
    <author><name>%s</name></author>
    <category term="%s"/>
    <summary>%s</summary>
    </entry>
    """
        .formatted(
            story.language().toLanguageTag(),
            MarkupEscaper.escape(story.title()),
            address,
            address,
            release.publishedAt(),
            release.publishedAt(),
            MarkupEscaper.escape(story.reporter()),
            MarkupEscaper.escape(story.section()),
            MarkupEscaper.escape(story.lead()));
  }
}
