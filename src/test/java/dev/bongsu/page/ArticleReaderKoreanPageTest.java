package dev.bongsu.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.summary.ArticleKind;
import dev.bongsu.summary.Summarizer;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArticleReaderKoreanPageTest {
  private static final URI BASE = URI.create("http://www.badasecu.example.kr/view.asp?idx=83675");
  private static final Charset MS949 = Charset.forName("MS949");
  private final ArticleReader reader = new ArticleReader();

  static Stream<NewsPage> pages() {
    return Arrays.stream(NewsPage.Shell.values())
        .flatMap(
            shell ->
                Arrays.stream(NewsPage.Text.values())
                    .flatMap(
                        text ->
                            Arrays.stream(NewsPage.Adverts.values())
                                .map(adverts -> new NewsPage(shell, text, adverts))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void readsTheBodyAndNothingElse(NewsPage page) {
    ArticleText article = reader.read(page.bytes(MS949), "text/html", BASE, EntryMetadata.none());

    assertThat(article.text()).isEqualTo(String.join("\n", NewsPage.PARAGRAPHS));
    assertThat(article.title()).isEqualTo(NewsPage.TITLE);
    assertThat(article.language()).isEqualTo("ko");
    assertThat(article.published()).isEqualTo(Instant.parse("2031-04-07T05:12:00Z"));
    assertThat(article.kind()).isEqualTo(ArticleKind.NEWS);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void readsTheSameInEitherCharset(NewsPage page) {
    assertThat(reader.read(page.bytes(StandardCharsets.UTF_8), null, BASE, EntryMetadata.none()))
        .isEqualTo(reader.read(page.bytes(MS949), null, BASE, EntryMetadata.none()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void summarisesWhoWhatAndWhen(NewsPage page) {
    ArticleText article = reader.read(page.bytes(MS949), "text/html", BASE, EntryMetadata.none());
    List<String> summary =
        Summarizer.summarize(article.title(), article.text(), "ko", List.of("항만보안 회의"));

    assertThat(String.join(" ", summary))
        .contains("새별포럼 항만보안 실무회의가", "지난 3일 송도에서")
        .hasSizeLessThanOrEqualTo(Summarizer.MAX_LENGTH);
    assertThat(summary).hasSizeBetween(2, 3);
  }

  @Test
  void readsThePageFlattenedToText() {
    List<String> lines = new ArrayList<>(List.of(NewsPage.TITLE, "", "2031-04-07 14:12"));
    NewsPage.SHARE_WORDS.forEach(word -> lines.add("  • " + word));
    lines.addAll(NewsPage.PARAGRAPHS);
    lines.set(6, "[바다안보신문 한아름 기자] " + lines.get(6));
    lines.add("[한아름 기자(arum@mail.example.kr)]");
    lines.add("<저작권자: 바다안보신문(www.badasecu.example.kr) 무단전재-재배포금지>");
    lines.addAll(NewsPage.MENU);
    NewsPage.ADVERTISERS.forEach(name -> lines.add("    • " + name + "\n"));

    ArticleText article = reader.readPlain(String.join("\n", lines), EntryMetadata.none());

    assertThat(article.text()).isEqualTo(String.join("\n", NewsPage.PARAGRAPHS));
    assertThat(article.title()).isEqualTo(NewsPage.TITLE);
    assertThat(article.published()).isEqualTo(Instant.parse("2031-04-07T05:12:00Z"));
  }
}
