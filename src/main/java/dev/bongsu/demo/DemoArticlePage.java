package dev.bongsu.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A story's page with everything that stands around an article on the web: menus, share words,
/// by-lines, related headlines, advertisers, notices.
final class DemoArticlePage {
  /// What Korean publishers mean by EUC-KR.
  static final Charset KOREAN_CHARSET = Charset.forName("MS949");

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final DateTimeFormatter KOREAN_DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.KOREAN).withZone(SEOUL);
  private static final DateTimeFormatter ENGLISH_DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final HtmlTemplate korean = HtmlTemplate.read("page-ko.html");
  private final HtmlTemplate english = HtmlTemplate.read("page-en.html");

  /// The page's charset: Korean pages are EUC-KR, English ones UTF-8. Both say so in the page.
  static Charset charset(DemoArticle story) {
    return story.isKorean() ? KOREAN_CHARSET : StandardCharsets.UTF_8;
  }

  /// The page's bytes, in its charset.
  byte[] write(PublishedArticle release) {
    DemoArticle story = release.article();
    HtmlTemplate template = story.isKorean() ? korean : english;
    return template.fill(values(release)).getBytes(charset(story));
  }

  private static Map<String, String> values(PublishedArticle release) {
    DemoArticle story = release.article();
    DateTimeFormatter dates = story.isKorean() ? KOREAN_DATE : ENGLISH_DATE;
    List<String> rest = story.paragraphs().subList(1, story.paragraphs().size());
    return Map.of(
        "title", MarkupEscaper.escape(story.title()),
        "section", MarkupEscaper.escape(story.section()),
        "reporter", MarkupEscaper.escape(story.reporter()),
        "caption", MarkupEscaper.escape(story.caption()),
        "published", release.publishedAt().toString(),
        "date", dates.format(release.publishedAt()),
        "lead", MarkupEscaper.escape(story.lead()),
        "paragraphs", lines("<p>%s</p>", rest),
        "advertisers", lines("<li><a href=\"#\">%s</a></li>", story.advertisers()),
        "related", lines("<li><a href=\"#\">%s</a></li>", story.related()));
  }

  private static String lines(String element, List<String> texts) {
    return texts.stream()
        .map(text -> element.formatted(MarkupEscaper.escape(text)))
        .collect(Collectors.joining("\n"));
  }
}
