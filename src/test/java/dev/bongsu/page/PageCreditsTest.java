package dev.bongsu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Author and picture of a page.
class PageCreditsTest {
  private static final URI BASE = URI.create("https://news.example/world/1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<meta name=author content=' Mira   Holm '>|Mira Holm",
        "<meta name=author content='By Mira Holm'>|Mira Holm",
        "<meta property=article:author content='https://social.example/mira'>|",
        "<meta property=article:author content='https://s.example/m'><meta name=byl content='By M."
            + " Holm'>|M. Holm",
        "<meta name=author content='김하늘'><meta name=author content='박바다'>|김하늘, 박바다",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ode"
            + " Lind\"}}</script><meta name=author content=admin>|Ode Lind",
        "<script"
            + " type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"A\"},\"B\",{\"name\":\"A\"}]}</script>|A,"
            + " B",
        "<script"
            + " type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":[\"A\",\"B\"]}}</script>|A,"
            + " B",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":7}</script>|",
        "<script type=application/ld+json>{\"@type\":\"WebSite\",\"author\":\"The site\"}</script>|"
      })
  void theAuthorIsWhoThePageNames(String head, @Nullable String author) {
    assertThat(read(head).author()).isEqualTo(author == null ? "" : author);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<meta property=og:image content='https://cdn.example/a.jpg'>|https://cdn.example/a.jpg",
        "<meta property=og:image"
            + " content='/img/a.jpg?w=1&h=2'>|https://news.example/img/a.jpg?w=1&h=2",
        "<meta property=og:image content='//cdn.example/a.jpg'>|https://cdn.example/a.jpg",
        "<meta property=og:image content=''><meta name=twitter:image"
            + " content='b.png'>|https://news.example/world/b.png",
        "<meta property=og:image content='data:image/png;base64,AAAA'>|",
        "<meta property=og:image content='javascript:alert(1)'>|",
        "<script"
            + " type=application/ld+json>{\"@type\":\"NewsArticle\",\"image\":{\"url\":\"https://c.example/1\"}}</script>|https://c.example/1",
        "<script"
            + " type=application/ld+json>{\"@type\":\"NewsArticle\",\"image\":[\"https://c.example/2\",\"x\"]}</script>|https://c.example/2",
        "<p>no picture</p>|"
      })
  void thePictureIsThePublishersOwnByItsAddress(String head, @Nullable String image) {
    assertThat(Optional.ofNullable(read(head).image()).map(URI::toString))
        .isEqualTo(Optional.ofNullable(image));
  }

  private static PageCredits read(String head) {
    String page =
        "<html><head>%s</head><body><article><p>%s</p></article></body></html>"
            .formatted(
                head,
                "The harbour was closed for a day after the attack on its network. ".repeat(6));
    return new ArticleReader()
        .read(
            page.getBytes(StandardCharsets.UTF_8),
            "text/html;charset=utf-8",
            BASE,
            EntryMetadata.none())
        .credits();
  }
}
