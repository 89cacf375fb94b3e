package dev.bongsu.page;

import dev.bongsu.language.DateReader;
import dev.bongsu.language.DefaultZones;
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
  private static final int MIN_BODY_LENGTH = 300;

  /// A body below this is less than a description that is longer.
  private static final int MAX_STUB_LENGTH = 100;

  /// Lines that are no sentences make a text from here on.
  private static final int MIN_TEXT_LENGTH = 15;

  /// Data that the page shows less than half of is the better body.
  private static final double MIN_LENGTH_RATIO = 0.5;

  private final Document page;
  private final List<PageLines.Line> lines;
  private final PageMetadata metadata;
  private final EntryMetadata entryMetadata;
  private final String title;

  PageReader(Document page, EntryMetadata hints) {
    this.page = page;
    this.lines = PageLines.of(page.body());
    this.metadata = PageMetadata.of(page, lines);
    this.entryMetadata = hints;
    this.title = hints.titleOr(metadata.title());
  }

  /// The article of the page at `base`.
  ArticleText read(URI base) {
    List<String> body = body();
    String language = entryMetadata.languageOf(title, body, metadata.language());
    ZoneId zone = DefaultZones.ofPage(language, base);
    Instant published = published(zone);
    if (metadata.isA("LiveBlogPosting")) {
      body = liveBlogBody(body, zone);
    }
    ArticleKind kind = kind(body, published);
    if (kind == ArticleKind.LIVE_BLOG) {
      body = liveBlogBody(body, zone);
    }
    boolean described = kind == ArticleKind.STUB || kind == ArticleKind.MEDIA;
    List<String> text = described ? longer(body, List.of(metadata.description())) : body;
    return new ArticleText(
        kind,
        title,
        String.join("\n", text),
        language,
        published,
        metadata.description(),
        PageCredits.of(page, metadata.linkedData()));
  }

  private ArticleKind kind(List<String> body, @Nullable Instant published) {
    int length = Prose.weightedLength(body);
    boolean vouched = published != null || entryMetadata.hasTitle() || metadata.isPaid();
    boolean described = vouched && metadata.description().length() > length;
    if (length < MAX_STUB_LENGTH
        && (described || length > 0)
        && ArticleKindClassifier.isMedia(page, metadata)) {
      return ArticleKind.MEDIA;
    }
    if ((described && length < MAX_STUB_LENGTH)
        || (vouched
            && length + metadata.description().length() > 0
            && ArticleKindClassifier.isPaywalled(lines, metadata, length))) {
      return ArticleKind.STUB;
    }
    if (length == 0 || (body.stream().noneMatch(Prose::isProse) && !vouched)) {
      return ArticleKind.NOT_AN_ARTICLE;
    }
    return ArticleKindClassifier.of(page, lines, metadata, title, body);
  }

  /// The body of the page, or of its data where the page shows next to none.
  private List<String> body() {
    Document pruned = page.clone();
    AppendedArticles.remove(pruned, title);
    PagePruner.prune(pruned);
    List<String> body = BodyFinder.find(pruned, title);
    List<String> linked = LineCleaner.clean(ScriptText.lines(metadata.body()), title);
    if (Prose.weightedLength(body) < MIN_BODY_LENGTH
        || Prose.weightedLength(body) < Prose.weightedLength(linked) * MIN_LENGTH_RATIO) {
      body = longer(linked, body);
    }
    List<String> scripted =
        Prose.weightedLength(body) < MIN_BODY_LENGTH
            ? ScriptText.longestText(page, title)
            : List.<String>of();
    body = longer(scripted, body);
    return body.stream().anyMatch(Prose::isProse) ? body : bodyWithoutSentences(pruned, scripted);
  }

  /// The text of a page that has no sentence on it, such as a list of appointments or a poem.
  private List<String> bodyWithoutSentences(Document pruned, List<String> scripted) {
    List<String> linked = LineCleaner.cleanEachLine(ScriptText.lines(metadata.body()), title);
    List<String> text =
        longer(longer(scripted, linked), BodyFinder.findWithoutSentences(pruned, title));
    return Prose.weightedLength(text) >= MIN_TEXT_LENGTH ? text : List.of();
  }

  private List<String> liveBlogBody(List<String> body, ZoneId zone) {
    List<String> entries = LiveBlog.of(page, metadata, title, zone).lines();
    return Prose.weightedLength(entries) >= Prose.weightedLength(body) * MIN_LENGTH_RATIO
        ? entries
        : body;
  }

  private @Nullable Instant published(ZoneId zone) {
    if (entryMetadata.published() != null) {
      return entryMetadata.published();
    }
    List<String> visible = lines.stream().map(PageLines.Line::text).toList();
    return metadata
        .published()
        .lines()
        .flatMap(date -> DateReader.find(date, zone).stream())
        .findFirst()
        .or(() -> new Headline(title, visible).date(zone))
        .orElse(null);
  }

  private static List<String> longer(List<String> one, List<String> other) {
    return Prose.weightedLength(one) > Prose.weightedLength(other) ? one : other;
  }
}
