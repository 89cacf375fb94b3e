package dev.bongsu.page;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import dev.bongsu.summary.Advisory;
import dev.bongsu.summary.ArticleKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/// Tells the kinds of articles apart by what they say themselves. Where nothing is said it is news:
/// a report called a column would be a lie, a column called news is only a word too few.
final class ArticleKindClassifier {
  private static final int HEAD_LENGTH = 1_500;
  private static final int MAX_PAYWALLED_LENGTH = 800;

  private static final Pattern COLUMN_TITLE = LanguagePacks.pattern(PackFile.COLUMN_TITLES);
  private static final Pattern COLUMN_SECTION = LanguagePacks.pattern(PackFile.COLUMN_SECTIONS);
  private static final Pattern COLUMN_PATH =
      Pattern.compile("(?i:/(?:opinions?|editorials?|columns?|columnists?|commentisfree|op-ed)/)");

  private static final Pattern RELEASE_DATELINE = LanguagePacks.pattern(PackFile.RELEASE_DATELINES);
  private static final Pattern RELEASE_TITLE = LanguagePacks.pattern(PackFile.RELEASE_TITLES);
  private static final Pattern RELEASE_LABEL = LanguagePacks.pattern(PackFile.RELEASE_LABELS);
  private static final Pattern RELEASE_PATH =
      Pattern.compile("(?i:/(?:press-?releases?|news-?releases?|pressreleaseview|briefing)\\b)");
  private static final Pattern OFFICIAL_LINE = Pattern.compile("^[□ㅇ○◦]\\s?\\S.*");

  private static final Pattern LIVE_TITLE = LanguagePacks.pattern(PackFile.LIVE_TITLES);
  private static final String LIVE_BLOG_SELECTOR =
      "[itemtype$=LiveBlogPosting], [itemprop=liveBlogUpdate], [class*=liveblog],"
          + " [class*=live-blog], [class*=LiveBlog]";

  private static final Pattern PAYWALL = LanguagePacks.pattern(PackFile.PAYWALLS);
  private static final String PLAYER_SELECTOR =
      "video, audio, amp-video, amp-audio, iframe[src*=youtube.com], iframe[src*=youtu.be],"
          + " iframe[src*=vimeo], iframe[src*=spotify], iframe[src*=soundcloud],"
          + " iframe[src*=podcast], meta[property=og:type][content^=video],"
          + " meta[property=og:type][content^=music], meta[property=og:video],"
          + " meta[property=og:audio]";

  private ArticleKindClassifier() {}

  /// The kind of a text with nothing else known.
  static ArticleKind of(String title, List<String> body) {
    if (Advisory.isAdvisory(title, body)) {
      return ArticleKind.ADVISORY;
    }
    if (COLUMN_TITLE.matcher(title).find()) {
      return ArticleKind.COLUMN;
    }
    if (isRelease(title, body)) {
      return ArticleKind.PRESS_RELEASE;
    }
    return LIVE_TITLE.matcher(title).find() ? ArticleKind.LIVE_BLOG : ArticleKind.NEWS;
  }

  /// The kind of a page's text.
  ///
  /// @param lines all of the page, datelines included
  static ArticleKind of(
      Document page,
      List<PageLines.Line> lines,
      PageMetadata data,
      String title,
      List<String> body) {
    ArticleKind found = of(title, body);
    if (found != ArticleKind.NEWS) {
      return found;
    }
    if (lines.stream().anyMatch(line -> hasReleaseDateline(line.text(), body.getFirst()))
        || lines.stream().anyMatch(ArticleKindClassifier::isReleaseLabel)) {
      return ArticleKind.PRESS_RELEASE;
    }
    String path = page.location();
    if (data.isA("LiveBlogPosting") || page.select(LIVE_BLOG_SELECTOR).size() > 2) {
      return ArticleKind.LIVE_BLOG;
    }
    if (data.isA("OpinionNewsArticle")
        || COLUMN_SECTION.matcher(data.section()).find()
        || COLUMN_PATH.matcher(path).find()) {
      return ArticleKind.COLUMN;
    }
    boolean official = body.stream().filter(l -> OFFICIAL_LINE.matcher(l).matches()).count() >= 2;
    boolean release =
        RELEASE_TITLE.matcher(page.title()).find() || RELEASE_PATH.matcher(path).find();
    return official || release ? ArticleKind.PRESS_RELEASE : ArticleKind.NEWS;
  }

  /// Whether a page shows a player and a text that is not more than a note beside it.
  static boolean isMedia(Document page, PageMetadata data) {
    return data.isA("VideoObject")
        || data.isA("PodcastEpisode")
        || data.isA("AudioObject")
        || page.selectFirst(PLAYER_SELECTOR) != null;
  }

  /// Whether a page asks for money before it shows all of its short text.
  static boolean isPaywalled(List<PageLines.Line> page, PageMetadata data, int length) {
    return length < MAX_PAYWALLED_LENGTH
        && (data.isPaid() || page.stream().anyMatch(line -> PAYWALL.matcher(line.text()).find()));
  }

  /// Whether a line is the body's first with the wire's dateline before it.
  private static boolean hasReleaseDateline(String line, String first) {
    return line.length() > first.length()
        && line.endsWith(first)
        && RELEASE_DATELINE.matcher(line.substring(0, line.length() - first.length())).find();
  }

  /// Whether a line calls the page a release; a link of that name leads to others.
  private static boolean isReleaseLabel(PageLines.Line line) {
    return line.linkedLength() == 0 && RELEASE_LABEL.matcher(line.text()).matches();
  }

  private static boolean isRelease(String title, List<String> body) {
    String head = String.join("\n", body);
    return RELEASE_TITLE.matcher(title).find()
        || RELEASE_DATELINE.matcher(head.substring(0, Math.min(head.length(), HEAD_LENGTH))).find()
        || body.stream().filter(line -> OFFICIAL_LINE.matcher(line).matches()).count() >= 3;
  }
}
