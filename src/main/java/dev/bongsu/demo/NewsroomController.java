package dev.bongsu.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// Serves the newsroom. Answers are raw bytes, since two charsets are spoken here; a feed that has
/// nothing new answers a conditional request with 304.
///
/// Lazy: the newsroom opens with the first request, however long the program took to start, so that
/// its first news comes when somebody is there to read it.
@RestController
@Lazy
@Profile({"demo", "training"})
public final class NewsroomController {
  private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml");
  private static final MediaType HTML_UTF8 = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Newsroom newsroom;
  private final DemoArticlePage pages = new DemoArticlePage();
  private final HtmlTemplate frontPage = HtmlTemplate.read("front.html");

  /// Opens the newsroom.
  public NewsroomController(InstantSource clock) {
    this.newsroom = new Newsroom(clock, DemoArticleFile.read());
  }

  /// The front page, which names both feeds in its head.
  @GetMapping({"/demo", "/demo/"})
  ResponseEntity<byte[]> frontPage() {
    String stories =
        newsroom.published().reversed().stream()
            .map(NewsroomController::headline)
            .collect(Collectors.joining("\n"));
    String page = frontPage.fill(Map.of("stories", stories));
    return ResponseEntity.ok().contentType(HTML_UTF8).body(page.getBytes(StandardCharsets.UTF_8));
  }

  private static String headline(PublishedArticle release) {
    return "<li><a href=\"%s\">%s</a></li>"
        .formatted(release.path(), MarkupEscaper.escape(release.article().title()));
  }

  /// The Korean feed. Its charset is in the XML declaration only, as with many publishers.
  @GetMapping("/demo/rss.xml")
  ResponseEntity<byte[]> rss(UriComponentsBuilder here) {
    List<PublishedArticle> releases = newsroom.published(DemoFeed.RSS);
    return feed(MediaType.TEXT_XML, releases, RssFeed.write(releases, base(here)));
  }

  /// The feed of English and some Korean stories.
  @GetMapping("/demo/atom.xml")
  ResponseEntity<byte[]> atom(UriComponentsBuilder here) {
    List<PublishedArticle> releases = newsroom.published(DemoFeed.ATOM);
    return feed(ATOM, releases, AtomFeed.write(releases, base(here)));
  }

  /// A story's page; 404 before it is out, and for addresses of an earlier run.
  @GetMapping("/demo/news/{run}/{slug}")
  ResponseEntity<byte[]> article(@PathVariable String run, @PathVariable String slug) {
    return newsroom
        .findByPath("/demo/news/%s/%s".formatted(run, slug))
        .map(this::page)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private ResponseEntity<byte[]> page(PublishedArticle release) {
    MediaType type = release.article().isKorean() ? MediaType.TEXT_HTML : HTML_UTF8;
    return ResponseEntity.ok().contentType(type).body(pages.write(release));
  }

  /// Spring answers 304 by itself when the request names this tag or date.
  private ResponseEntity<byte[]> feed(
      MediaType type, List<PublishedArticle> releases, byte[] document) {
    return ResponseEntity.ok()
        .contentType(type)
        .eTag("\"%s-%d\"".formatted(newsroom.runId(), releases.size()))
        .lastModified(releases.getLast().publishedAt())
        .body(document);
  }

  private static URI base(UriComponentsBuilder here) {
    return here.build().toUri();
  }
}
