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
  static byte[] write(List<Release> releases, URI base) {
    String entries =
        releases.reversed().stream()
            .map(release -> entry(release, base))
            .collect(Collectors.joining());
    String self = Markup.escape(base.resolve("/demo/atom.xml").toString());
    String front = Markup.escape(base.resolve("/demo/").toString());
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
            .formatted(self, self, front, releases.getLast().at(), entries);
    return document.getBytes(StandardCharsets.UTF_8);
  }

  private static String entry(Release release, URI base) {
    Story story = release.story();
    String address = Markup.escape(release.address(base).toString());
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
            Markup.escape(story.title()),
            address,
            address,
            release.at(),
            release.at(),
            Markup.escape(story.reporter()),
            Markup.escape(story.section()),
            Markup.escape(story.lead()));
  }
}
