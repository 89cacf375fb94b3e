package dev.bongsu.page;

import dev.bongsu.summary.ArticleKind;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Reads one parsed page.
final class PageReader {
  /// A body below this gives way to what the page's data holds.
  private static final int THIN = 300;

  /// A body below this is less than a description that is longer.
  private static final int SCANT = 100;

  /// Lines that are no sentences make a text from here on.
  private static final int LEAST_TEXT = 15;

  /// Data that the page shows less than half of is the better body.
  private static final double HALF = 0.5;

  private final Document page;
  private final List<PageLines.Line> lines;
  private final PageMetadata data;
  private final Hints hints;
  private final String title;

  PageReader(Document page, Hints hints) {
    this.page = page;
    this.lines = PageLines.of(page.body());
    this.data = PageMetadata.of(page, lines);
    this.hints = hints;
    this.title = hints.titleOr(data.title());
  }

  /// The article of the page at `base`.
  ArticleText read(URI base) {
    List<String> body = body();
    String language = ArticleReader.language(title, body, data.language(), hints);
    ZoneId zone = PublishedDate.zoneOf(language, base);
    Instant published = published(zone);
    if (data.isA("LiveBlogPosting")) {
      body = newestFirst(body, zone);
    }
    ArticleKind kind = kind(body, published);
    if (kind == ArticleKind.LIVE_BLOG) {
      body = newestFirst(body, zone);
    }
    boolean described = kind == ArticleKind.STUB || kind == ArticleKind.MEDIA;
    List<String> text = described ? longer(body, List.of(data.description())) : body;
    return ArticleReader.article(kind, title, text, language, published, data.description());
  }

  private ArticleKind kind(List<String> body, @Nullable Instant published) {
    int length = Prose.size(body);
    boolean vouched = published != null || hints.hasTitle() || data.paid();
    boolean described = vouched && data.description().length() > length;
    if (length < SCANT && (described || length > 0) && KindFinder.isMedia(page, data)) {
      return ArticleKind.MEDIA;
    }
    if ((described && length < SCANT)
        || (vouched
            && length + data.description().length() > 0
            && KindFinder.isWalled(lines, data, length))) {
      return ArticleKind.STUB;
    }
    if (length == 0 || (body.stream().noneMatch(Prose::isProse) && !vouched)) {
      return ArticleKind.NOT_AN_ARTICLE;
    }
    return KindFinder.of(page, lines, data, title, body);
  }

  /// The body of the page, or of its data where the page shows next to none.
  private List<String> body() {
    Document pruned = page.clone();
    OtherArticles.remove(pruned, title);
    PagePruner.prune(pruned);
    List<String> body = BodyFinder.find(pruned, title);
    List<String> linked = LineCleaner.clean(ScriptText.lines(data.body()), title);
    if (Prose.size(body) < THIN || Prose.size(body) < Prose.size(linked) * HALF) {
      body = longer(linked, body);
    }
    List<String> scripted =
        Prose.size(body) < THIN ? ScriptText.longest(page, title) : List.<String>of();
    body = longer(scripted, body);
    return body.stream().anyMatch(Prose::isProse) ? body : withoutSentences(pruned, scripted);
  }

  /// The text of a page that has no sentence on it, such as a list of appointments or a poem.
  private List<String> withoutSentences(Document pruned, List<String> scripted) {
    List<String> linked = LineCleaner.lines(ScriptText.lines(data.body()), title);
    List<String> text = longer(longer(scripted, linked), BodyFinder.loosely(pruned, title));
    return Prose.size(text) >= LEAST_TEXT ? text : List.of();
  }

  private List<String> newestFirst(List<String> body, ZoneId zone) {
    List<String> entries = LiveBlog.of(page, data, title, zone).lines();
    return Prose.size(entries) >= Prose.size(body) * HALF ? entries : body;
  }

  private @Nullable Instant published(ZoneId zone) {
    if (hints.published() != null) {
      return hints.published();
    }
    List<String> visible = lines.stream().map(PageLines.Line::text).toList();
    return PublishedDate.find(data.published(), zone)
        .or(() -> new Headline(title, visible).date(zone))
        .orElse(null);
  }

  private static List<String> longer(List<String> one, List<String> other) {
    return Prose.size(one) > Prose.size(other) ? one : other;
  }
}
