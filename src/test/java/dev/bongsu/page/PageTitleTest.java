package dev.bongsu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A page's headline with all its own parts, and without the names of its site.
class PageTitleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        // names go, however they are divided
        "The harbour reopens after the storm | Harbour Gazette;-;The harbour reopens after the"
            + " storm",
        "The harbour reopens after the storm - Harbour Gazette;Harbour Gazette;The harbour reopens"
            + " after the storm",
        "The harbour reopens | Harbour Gazette | By Mira Holm;Harbour Gazette;The harbour reopens",
        "The harbour reopens after the storm | Gazette News;Something Else;The harbour reopens"
            + " after the storm",
        "항만 다시 문 열어-경제ㅣ등대일보;등대일보;항만 다시 문 열어",
        "항만 다시 문 열어｜등대일보;-;항만 다시 문 열어",
        "항만 다시 문 열어 : 등대일보;등대일보;항만 다시 문 열어",
        "The harbour reopens after the storm _ Lantern;Lantern;The harbour reopens after the storm",
        "Who rules the sea? - lanternpost;-;Who rules the sea?",
        // parts of a headline stay
        "Lantern - an async task framework;Harbour Gazette;Lantern - an async task framework",
        "Lantern - an async task framework;-;Lantern - an async task framework",
        "Guest of the book fair: What do the islands read?;-;Guest of the book fair: What do the"
            + " islands read?",
        "Harbour closed – what we expect now;-;Harbour closed – what we expect now",
        "Neighbours demand changes: \"fifteen days are too many\";-;Neighbours demand changes:"
            + " \"fifteen days are too many\"",
        "항만 폐쇄 - 정부가 대책을 발표했다;-;항만 폐쇄 - 정부가 대책을 발표했다",
        "Harbour-City talks resume;-;Harbour-City talks resume"
      })
  void onlyNamesOfTheSiteAreCutOff(String title, @Nullable String site, String headline) {
    String page =
        """
        <html><head><title>%s</title><meta property="og:title" content="%s">%s</head>
        <body><article><p>%s</p></article></body></html>
        """
            .formatted(
                title.replace("\"", "&quot;"),
                title.replace("\"", "&quot;"),
                site == null
                    ? ""
                    : "<meta property=\"og:site_name\" content=\"%s\">".formatted(site),
                "The harbour was closed for a day after the attack on its network. ".repeat(6));
    assertThat(
            new ArticleReader()
                .read(
                    page.getBytes(StandardCharsets.UTF_8),
                    "text/html;charset=utf-8",
                    URI.create("https://www.lanternpost.example/1"),
                    EntryMetadata.none())
                .title())
        .isEqualTo(headline);
  }
}
