package dev.bongsu.testkit;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A page as a publisher's program builds it (`src/test/resources/pages`), to be filled with an
/// article: `{{title}}`, `{{p}}` (paragraphs), `{{br}}` (line breaks) and other forms of the body.
///
/// @param name such as `ko/ndsoft`
public record PageTemplate(String name, String html) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");

  /// The templates in a language, `ko` or `en`.
  public static List<PageTemplate> in(String language) {
    return Stream.of(folder(language).toFile().list())
        .sorted()
        .map(file -> language + "/" + file.replace(".html", ""))
        .map(name -> new PageTemplate(name, TestArticle.resource("/pages/" + name + ".html")))
        .toList();
  }

  private static Path folder(String language) {
    try {
      return Path.of(PageTemplate.class.getResource("/pages/" + language).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The page of an article.
  public String fill(TestArticle article) {
    Map<String, String> values = values(article);
    return PLACEHOLDER
        .matcher(html)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException(name + ": " + place.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private static Map<String, String> values(TestArticle article) {
    List<String> body = article.paragraphs();
    List<String> first = body.subList(0, (body.size() + 1) / 2);
    List<String> second = body.subList((body.size() + 1) / 2, body.size());
    Map<String, String> values = new HashMap<>();
    values.put("title", escape(article.title()));
    values.put("first", escape(body.getFirst()));
    values.put("rest:p", each(body.subList(1, body.size()), "<p>%s</p>\n"));
    values.put("p", each(body, "<p>%s</p>\n"));
    values.put("div", each(body, "<div>%s</div>\n"));
    values.put("openp", each(body, "%s\n<P>"));
    values.put("br", breaks(body));
    values.put("half1:p", each(first, "<p>%s</p>\n"));
    values.put("half2:p", each(second, "<p>%s</p>\n"));
    values.put("half1:br", breaks(first));
    values.put("half2:br", breaks(second));
    values.put("spans", each(body, "<span class=\"x\"><span>%s</span></span><br/><br/>"));
    values.put("dmcf", each(body, "<p dmcf-pid=\"p1\" dmcf-ptype=\"general\">%s</p>\n"));
    values.put("hashp", each(body, "<p id=\"f3a2\" class=\"pw-post-body-paragraph gz\">%s</p>\n"));
    values.put(
        "wrapped",
        each(
            body,
            "<div data-component=\"text-block\" class=\"bcn-uf6-Rich\"><div"
                + " class=\"bcn-7u-Rich\"><p class=\"bcn-1q-P\">%s</p></div></div>\n"));
    values.put(
        "companion", chunks(body, "<div class=\"StoryBodyCompanionColumn\"><div>%s</div></div>"));
    values.put(
        "chunked", chunks(body, "<div class=\"gz-chunk\">%s</div><div class=\"gz-ad ad\"></div>"));
    addData(article, values);
    addDates(article.published(), values);
    return values;
  }

  private static void addData(TestArticle article, Map<String, String> values) {
    List<String> body = article.paragraphs();
    List<String> deck = article.values("deck");
    values.put("deckline", escape(String.join(" ", deck)));
    values.put(
        "deck:strong",
        deck.isEmpty()
            ? ""
            : "<strong class=\"media_end_summary\">"
                + deck.stream().map(PageTemplate::escape).collect(Collectors.joining("<br>"))
                + "</strong>");
    values.put("jtitle", json(article.title()));
    values.put("jfirst", json(body.getFirst()));
    values.put("jtext", json(String.join("\n\n", body)));
    values.put("jhtml", json(each(body, "<p>%s</p>")));
    values.put(
        "jblocks",
        body.stream()
            .map(text -> "{\"type\":\"text\",\"content\":\"" + json(escape(text)) + "\"}")
            .collect(Collectors.joining(",")));
  }

  private static void addDates(Instant at, Map<String, String> values) {
    put(values, "seoul", "yyyy-MM-dd'T'HH:mm:ssxxx", at, ZoneId.of("Asia/Seoul"));
    put(values, "dots", "yyyy.MM.dd HH:mm", at, ZoneId.of("Asia/Seoul"));
    put(values, "plain", "yyyy-MM-dd HH:mm:ss", at, ZoneId.of("Asia/Seoul"));
    put(values, "compact", "yyyyMMddHHmmss", at, ZoneId.of("Asia/Seoul"));
    put(values, "loose", "yyyy. M. d. HH:mm", at, ZoneId.of("Asia/Seoul"));
    put(values, "shortdots", "yyyy.MM.dd", at, ZoneId.of("Asia/Seoul"));
    put(values, "shortdate", "yy-MM-dd HH:mm", at, ZoneId.of("Asia/Seoul"));
    put(values, "ampm", "yyyy.MM.dd. a h:mm", at, ZoneId.of("Asia/Seoul"));
    put(values, "us", "MMMM d, yyyy", at, ZoneOffset.UTC);
    put(values, "weekday", "EEEE, MMMM d, yyyy", at, ZoneOffset.UTC);
    values.put("iso", at.toString());
  }

  private static void put(
      Map<String, String> values, String name, String pattern, Instant at, ZoneId zone) {
    Locale locale = name.equals("ampm") ? Locale.KOREAN : Locale.ENGLISH;
    values.put(name, DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone)));
  }

  private static String each(List<String> paragraphs, String form) {
    return paragraphs.stream()
        .map(text -> form.formatted(escape(text)))
        .collect(Collectors.joining());
  }

  private static String breaks(List<String> paragraphs) {
    return paragraphs.stream().map(PageTemplate::escape).collect(Collectors.joining("<br><br>\n"));
  }

  /// Paragraphs by twos, each pair in an element of its own.
  private static String chunks(List<String> body, String form) {
    return IntStream.iterate(0, i -> i < body.size(), i -> i + 2)
        .mapToObj(i -> each(body.subList(i, Math.min(i + 2, body.size())), "<p>%s</p>\n"))
        .map(form::formatted)
        .collect(Collectors.joining("\n"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("/", "\\u002F");
  }

  @Override
  public String toString() {
    return name;
  }
}
