package dev.bongsu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.summary.ArticleSummary;
import dev.bongsu.testkit.NgramOverlap;
import dev.bongsu.testkit.PageTemplate;
import dev.bongsu.testkit.TestArticle;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages in scripts with and without blanks, capitals and full stops of ours.
class MultilingualPageTest {
  private static final URI BASE = URI.create("https://news.example/1");
  private final ArticleReader reader = new ArticleReader();

  static Stream<TestArticle> articles() {
    return TestArticle.in("world").stream();
  }

  @ParameterizedTest
  @MethodSource("articles")
  void readsEveryLayoutInEveryScript(TestArticle article) {
    assertThat(PageTemplate.in("en"))
        .allSatisfy(
            layout -> {
              ArticleText text = read(layout, article);
              assertThat(NgramOverlap.of(text.text(), article.body(), 1).f1())
                  .as(layout + ": " + text.text())
                  .isGreaterThan(0.8);
            });
  }

  @ParameterizedTest
  @MethodSource("articles")
  void summarisesInEveryScript(TestArticle article) {
    ArticleText text =
        reader.readPlain(article.body(), new EntryMetadata(article.title(), null, null));
    List<String> summary =
        ArticleSummary.of(text.kind(), text.title(), text.text(), text.language(), List.of());

    assertThat(summary).isNotEmpty().allSatisfy(s -> assertThat(article.body()).contains(s));
    assertThat(String.join(" ", summary)).hasSizeLessThanOrEqualTo(280);
  }

  private ArticleText read(PageTemplate layout, TestArticle article) {
    byte[] page = layout.fill(article).getBytes(StandardCharsets.UTF_8);
    return reader.read(page, null, BASE, EntryMetadata.none());
  }
}
