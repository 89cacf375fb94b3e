package dev.bongsu.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the body of a pruned page: readability4j first, a scorer of our own where that fails or
/// clearly finds less (together .961 and .949 of F1 on two sets where readability4j alone has .938
/// and .900, measured).
final class BodyFinder {
  private static final Logger LOG = LoggerFactory.getLogger(BodyFinder.class);

  /// Beyond this readability4j would take seconds; our scorer is linear.
  private static final int MAX_ELEMENTS = 10_000;

  private static final String PLACEHOLDER_URL = "http://page.invalid/";
  private static final int MIN_READABILITY_LENGTH = 250;
  private static final double MIN_LENGTH_RATIO = 1.6;

  private static final int MIN_LINE_LENGTH_WITHOUT_SENTENCES = 20;
  private static final int MIN_DECLARED_LENGTH = 60;
  private static final double MAX_LOSS_RATIO = 0.3;
  private static final int MAX_LOSS_LENGTH = 700;

  /// Score goes to a line's container and, halved each time, to those around it.
  private static final int SCORED_ANCESTORS = 4;

  private BodyFinder() {}

  /// The paragraphs of the page's body, cleaned; empty if it has none.
  static List<String> find(Document page, String title) {
    List<String> theirs = LineCleaner.clean(textOfUnlinkedLines(readability(page)), title);
    List<String> ours =
        LineCleaner.clean(textOfUnlinkedLines(bestContainer(PageLines.of(page))), title);
    List<String> found = isBetter(ours, theirs) ? ours : theirs;
    List<String> declared = LineCleaner.clean(textOfUnlinkedLines(DeclaredBody.lines(page)), title);
    return isCompleteEnough(declared, found) ? declared : found;
  }

  /// The lines of a page without sentences: all of the declared body, or the longer ones of
  /// whatever stands outside links.
  static List<String> findWithoutSentences(Document page, String title) {
    List<String> declared =
        LineCleaner.cleanEachLine(
            textOfUnlinkedLines(DeclaredBody.firstDeclaredLines(page)), title);
    if (!declared.isEmpty()) {
      return declared;
    }
    return LineCleaner.cleanEachLine(textOfUnlinkedLines(PageLines.of(page.body())), title).stream()
        .filter(line -> line.length() >= MIN_LINE_LENGTH_WITHOUT_SENTENCES && !Prose.isRow(line))
        .toList();
  }

  /// The declared body is the cleaner one, as long as it is not just a part: what it lacks is a
  /// small share or, beside a short text, no more than boilerplate may have.
  private static boolean isCompleteEnough(List<String> declared, List<String> found) {
    int less = Prose.weightedLength(found) - Prose.weightedLength(declared);
    return Prose.weightedLength(declared) >= MIN_DECLARED_LENGTH
        && (less <= Prose.weightedLength(found) * MAX_LOSS_RATIO
            || (less <= MAX_LOSS_LENGTH && less <= Prose.weightedLength(declared) * 2));
  }

  private static List<String> textOfUnlinkedLines(List<PageLines.Line> lines) {
    return lines.stream().filter(line -> !line.isMostlyLink()).map(PageLines.Line::text).toList();
  }

  private static boolean isBetter(List<String> ours, List<String> theirs) {
    int our = Prose.weightedLength(ours);
    int their = Prose.weightedLength(theirs);
    if (their < MIN_READABILITY_LENGTH) {
      return our > their;
    }
    long shared = theirs.stream().filter(new HashSet<>(ours)::contains).count();
    return our >= MIN_LENGTH_RATIO * their && shared * 2 >= theirs.size();
  }

  private static List<PageLines.Line> readability(Document page) {
    if (page.stream().limit(MAX_ELEMENTS + 1L).count() > MAX_ELEMENTS) {
      return List.of();
    }
    try {
      Element body =
          new Readability4J(PLACEHOLDER_URL, withoutAddresses(page)).parse().getArticleContent();
      return body == null ? List.of() : PageLines.of(body);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.debug("readability4j gave up on {}", page.location(), e);
      return List.of();
    }
  }

  /// A copy whose links stay links. readability4j resolves each address, complains in the log about
  /// odd ones and makes plain text of `javascript:` links, which are menus here.
  private static Document withoutAddresses(Document page) {
    Document copy = page.clone();
    copy.select("a[href]").attr("href", "#");
    copy.select("img[src]").removeAttr("src");
    // readability4j writes each table as HTML: indented, 40 KB of nested tables took 17 s, else 3 s
    copy.outputSettings().prettyPrint(false);
    return copy;
  }

  /// The lines inside the element that holds most prose close to itself.
  private static List<PageLines.Line> bestContainer(List<PageLines.Line> lines) {
    Map<Element, Double> scores = new HashMap<>();
    for (PageLines.Line line : lines) {
      double score = line.isMostlyLink() ? -line.linkedLength() : Prose.proseLength(line.text());
      Element container = container(line.block());
      for (int level = 0; level < SCORED_ANCESTORS && container != null; level++) {
        scores.merge(container, score, Double::sum);
        score /= 2;
        container = container.parent();
      }
    }
    return scores.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> best.getValue() > 0)
        .map(best -> linesWithin(best.getKey(), lines))
        .orElse(List.of());
  }

  /// The lines of a container and of its neighbours that are built as it is: advertisements may cut
  /// a text into several.
  private static List<PageLines.Line> linesWithin(Element container, List<PageLines.Line> lines) {
    Element parent = container.parent();
    List<Element> alike =
        parent == null || container.className().isBlank()
            ? List.of(container)
            : parent.children().stream()
                .filter(sibling -> sibling.nameIs(container.normalName()))
                .filter(sibling -> sibling.className().equals(container.className()))
                .toList();
    return lines.stream()
        .filter(
            line ->
                alike.stream().anyMatch(element -> DeclaredBody.isWithin(line.block(), element)))
        .toList();
  }

  private static @Nullable Element container(Element block) {
    return switch (block.normalName()) {
      case "p", "li", "blockquote", "h1", "h2", "h3", "h4", "dd", "dt", "pre" -> block.parent();
      default -> block;
    };
  }
}
