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
final class StoryPage {
  /// What Korean publishers mean by EUC-KR.
  static final Charset KOREAN = Charset.forName("MS949");

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final DateTimeFormatter KOREAN_DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.KOREAN).withZone(SEOUL);
  private static final DateTimeFormatter ENGLISH_DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Template korean = Template.read("page-ko.html");
  private final Template english = Template.read("page-en.html");

  /// The page's charset: Korean pages are EUC-KR, English ones UTF-8. Both say so in the page.
  static Charset charset(Story story) {
    return story.isKorean() ? KOREAN : StandardCharsets.UTF_8;
  }

  /// The page's bytes, in its charset.
  byte[] write(Release release) {
    Story story = release.story();
    Template template = story.isKorean() ? korean : english;
    return template.fill(gaps(release)).getBytes(charset(story));
  }

  private static Map<String, String> gaps(Release release) {
    Story story = release.story();
    DateTimeFormatter dates = story.isKorean() ? KOREAN_DATE : ENGLISH_DATE;
    List<String> rest = story.paragraphs().subList(1, story.paragraphs().size());
    return Map.of(
        "title", Markup.escape(story.title()),
        "section", Markup.escape(story.section()),
        "reporter", Markup.escape(story.reporter()),
        "caption", Markup.escape(story.caption()),
        "published", release.at().toString(),
        "date", dates.format(release.at()),
        "lead", Markup.escape(story.lead()),
        "paragraphs", lines("<p>%s</p>", rest),
        "advertisers", lines("<li><a href=\"#\">%s</a></li>", story.advertisers()),
        "related", lines("<li><a href=\"#\">%s</a></li>", story.related()));
  }

  private static String lines(String element, List<String> texts) {
    return texts.stream()
        .map(text -> element.formatted(Markup.escape(text)))
        .collect(Collectors.joining("\n"));
  }
}
