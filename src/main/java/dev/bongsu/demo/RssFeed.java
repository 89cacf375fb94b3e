package dev.bongsu.demo;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/// The Korean feed: RSS 2.0 in EUC-KR, or what Korean publishers call so: a few syllables (똠, 펲)
/// are only in its superset MS949.
///
/// Source: <https://www.rssboard.org/rss-specification>
final class RssFeed {
  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  private RssFeed() {}

  /// The feed's document, newest first.
  ///
  /// @param releases oldest first
  /// @param base scheme, host and port of the newsroom
  static byte[] write(List<PublishedArticle> releases, URI base) {
    String items =
        releases.reversed().stream()
            .map(release -> item(release, base))
            .collect(Collectors.joining());
    String document =
        """
        <?xml version="1.0" encoding="EUC-KR"?>
        <rss version="2.0">
        <channel>
        <title>새벽누리신문</title>
        <link>%s</link>
        <description>봉수의 시연을 위해 지어낸 기사</description>
        <language>ko</language>
        %s</channel>
        </rss>
        """
            .formatted(MarkupEscaper.escape(base.resolve("/demo/").toString()), items);
    return document.getBytes(DemoArticlePage.KOREAN_CHARSET);
  }

  private static String item(PublishedArticle release, URI base) {
    DemoArticle story = release.article();
    String address = MarkupEscaper.escape(release.address(base).toString());
    return """
    <item>
    <title>%s</title>
    <link>%s</link>
    <guid isPermaLink="true">%s</guid>
    <description>%s</description>
    <category>%s</category>
    <pubDate>%s</pubDate>
    </item>
    """
        .formatted(
            MarkupEscaper.escape(story.title()),
            address,
            address,
            MarkupEscaper.escape(story.lead()),
            MarkupEscaper.escape(story.section()),
            date(release.publishedAt()));
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZONE));
  }
}
