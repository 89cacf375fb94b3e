package dev.bongsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The stories are fit for what the demo shows with them.
class DemoArticleFileTest {
  private final List<DemoArticle> stories = DemoArticleFile.read();

  @Test
  void hasStoriesInBothLanguagesAndFeeds() {
    assertThat(stories).hasSizeGreaterThanOrEqualTo(14);
    assertThat(stories).extracting(DemoArticle::language).contains(Locale.KOREAN, Locale.ENGLISH);
    assertThat(stories)
        .extracting(DemoArticle::slug)
        .doesNotHaveDuplicates()
        .allMatch(this::isSlug);
  }

  private boolean isSlug(String slug) {
    return slug.matches("[a-z]+(-[a-z]+)*");
  }

  @Test
  void writesOnlyKoreanIntoTheKoreanFeed() {
    assertThat(stories)
        .filteredOn(story -> story.feed() == DemoFeed.RSS)
        .allMatch(DemoArticle::isKorean);
  }

  @Test
  void usesOnlyCharactersThatAKoreanPageCanHold() {
    CharsetEncoder encoder = DemoArticlePage.KOREAN_CHARSET.newEncoder();
    assertThat(stories)
        .filteredOn(DemoArticle::isKorean)
        .allSatisfy(story -> assertThat(texts(story)).allMatch(encoder::canEncode));
    assertThat(encoder.canEncode(DemoResources.text("page-ko.html"))).isTrue();
  }

  @Test
  void speaksOfTheSubscribedWordsBesideTwoArticlesOnly() {
    assertThat(stories)
        .filteredOn(story -> around(story).anyMatch(this::isAboutMeetings))
        .hasSize(2)
        .allSatisfy(
            story -> {
              assertThat(story.title()).doesNotMatch(this::isAboutMeetings);
              assertThat(story.paragraphs()).noneMatch(this::isAboutMeetings);
            });
  }

  private static Stream<String> around(DemoArticle story) {
    return Stream.concat(story.advertisers().stream(), story.related().stream());
  }

  private boolean isAboutMeetings(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Stream.of("사이버안보", "사이버 안보", "cybersecurity meeting", "cyber security talks")
        .anyMatch(lower::contains);
  }

  private static List<String> texts(DemoArticle story) {
    return Stream.of(
            Stream.of(story.title(), story.section(), story.reporter(), story.caption()),
            story.paragraphs().stream(),
            around(story))
        .flatMap(texts -> texts)
        .toList();
  }
}
