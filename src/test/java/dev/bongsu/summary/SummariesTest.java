package dev.bongsu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.page.ArticleReader;
import dev.bongsu.page.ArticleText;
import dev.bongsu.page.EntryMetadata;
import dev.bongsu.testkit.TestArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The summaries of all test articles, as they stand in `docs/summaries.md` with what we think of
/// them. After a change: run with `-Dtranscript=write`, read the difference, mend the judgements.
class SummariesTest {
  private static final Path DOCUMENT = Path.of("docs/summaries.md");

  static Stream<TestArticle> articles() {
    return Stream.of("ko", "en").flatMap(language -> TestArticle.forSummaries(language).stream());
  }

  @ParameterizedTest
  @MethodSource("articles")
  void containsExpectedWordsAndNoForbiddenOnes(TestArticle article) {
    String summary = String.join(" ", summary(article, List.of()));

    assertThat(summary).hasSizeLessThanOrEqualTo(Summarizer.MAX_LENGTH);
    assertThat(article.values("wants")).allSatisfy(word -> assertThat(summary).contains(word));
    assertThat(article.values("never")).allSatisfy(w -> assertThat(summary).doesNotContain(w));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void holdsOnlySentencesOfTheArticleInItsOrder(TestArticle article) {
    List<String> summary = summary(article, List.of());

    List<String> uncut = summary.stream().map(s -> s.replaceFirst("…$", "")).toList();
    assertThat(uncut).isNotEmpty().allSatisfy(s -> assertThat(article.body()).contains(s));
    assertThat(uncut.stream().map(article.body()::indexOf).toList()).isSorted();
    assertThat(summary(article, List.of())).isEqualTo(summary);
  }

  @Test
  void matchTheDocument() throws IOException {
    String document = document();
    if ("write".equals(System.getProperty("transcript"))) {
      Files.writeString(DOCUMENT, document);
    }

    assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
  }

  private static String document() {
    return """
    # Summaries

    What Bongsu says about the articles that were written for its tests (`src/test/resources/articles`), with a word of
    judgement on each. `SummariesTest` writes this page and fails when a summary changes.

    ## Korean

    %s
    ## English

    %s\
    """
        .formatted(chapter("ko"), chapter("en"));
  }

  private static String chapter(String language) {
    return TestArticle.forSummaries(language).stream()
        .map(SummariesTest::entry)
        .collect(Collectors.joining("\n"));
  }

  private static String entry(TestArticle article) {
    String sentences =
        summary(article, List.of()).stream().map(s -> "> " + s).collect(Collectors.joining("\n"));
    return "### %s\n\n%s\n\n%s\n".formatted(article.title(), sentences, article.field("judgement"));
  }

  private static List<String> summary(TestArticle article, List<String> words) {
    EntryMetadata hints = new EntryMetadata(article.title(), null, null);
    ArticleText text = new ArticleReader().readPlain(article.body(), hints);
    return ArticleSummary.of(text.kind(), text.title(), text.text(), text.language(), words);
  }
}
