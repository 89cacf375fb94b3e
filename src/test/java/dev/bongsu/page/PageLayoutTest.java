package dev.bongsu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.NgramOverlap;
import dev.bongsu.testkit.PageTemplate;
import dev.bongsu.testkit.TestArticle;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages as publishers' programs build them, each with all articles of its language.
class PageLayoutTest {
  private static final URI BASE = URI.create("https://news.example/1");
  private final ArticleReader reader = new ArticleReader();

  static Stream<PageTemplate> layouts() {
    return Stream.of("ko", "en").flatMap(language -> PageTemplate.in(language).stream());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void givesTheBodyAndNextToNothingElse(PageTemplate layout) {
    double f1 =
        articles(layout)
            .mapToDouble(a -> NgramOverlap.of(read(layout, a).text(), a.body(), 4).f1())
            .average()
            .orElseThrow();

    assertThat(f1).isGreaterThan(0.96);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void neverComesBackEmpty(PageTemplate layout) {
    assertThat(articles(layout)).allSatisfy(a -> assertThat(read(layout, a).text()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void findsTheHeadlineWithoutTheSite(PageTemplate layout) {
    assertThat(articles(layout))
        .allSatisfy(a -> assertThat(read(layout, a).title()).isEqualTo(a.title()));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void findsTheDay(PageTemplate layout) {
    if (layout.html().contains("Apr 07, 2031") || !isDated(layout)) {
      return;
    }
    assertThat(articles(layout))
        .allSatisfy(
            a ->
                assertThat(Duration.between(read(layout, a).published(), a.published()).abs())
                    .isLessThan(Duration.ofDays(1)));
  }

  private static boolean isDated(PageTemplate layout) {
    return Stream.of(
            "iso",
            "seoul",
            "dots",
            "plain",
            "compact",
            "loose",
            "shortdots",
            "shortdate",
            "ampm",
            "us",
            "weekday")
        .anyMatch(date -> layout.html().contains("{{" + date + "}}"));
  }

  private static Stream<TestArticle> articles(PageTemplate layout) {
    return TestArticle.in(layout.name().substring(0, 2)).stream();
  }

  private ArticleText read(PageTemplate layout, TestArticle article) {
    byte[] page = layout.fill(article).getBytes(StandardCharsets.UTF_8);
    return reader.read(page, null, BASE, EntryMetadata.none());
  }
}
