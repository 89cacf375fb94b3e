package dev.bongsu.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Who wrote a page's article, and the picture that its publisher shows with it.
///
/// @param author names as the publisher wrote them, joined by commas; blank if nobody is named
/// @param image address of the picture, http or https, which is never fetched; null if there is
///   none
public record PageCredits(String author, @Nullable URI image) {
  public static final PageCredits NONE = new PageCredits("", null);

  private static final int MAX_AUTHOR_LENGTH = 200;
  private static final int MAX_ADDRESS_LENGTH = 2000;
  private static final List<String> AUTHOR_META =
      List.of("name=author", "property=article:author", "name=parsely-author", "name=byl");
  private static final List<String> IMAGE_META =
      List.of(
          "property=og:image",
          "property=og:image:secure_url",
          "property=og:image:url",
          "name=twitter:image",
          "name=twitter:image:src");

  /// The page's own word: its JSON-LD first for names, its preview first for the picture.
  static PageCredits of(Document page, LinkedData data) {
    return new PageCredits(author(page, data), image(page, data));
  }

  private static String author(Document page, LinkedData data) {
    Stream<String> linked = data.articles().stream().map(article -> names(article.path("author")));
    Stream<String> metas =
        AUTHOR_META.stream()
            .map(
                attribute ->
                    page.select("meta[" + attribute + "][content]").stream()
                        .map(meta -> meta.attr("content"))
                        .filter(PageCredits::isName)
                        .map(PageCredits::tidied)
                        .distinct()
                        .collect(Collectors.joining(", ")));
    return Stream.concat(linked, metas)
        .filter(names -> !names.isBlank() && names.length() <= MAX_AUTHOR_LENGTH)
        .findFirst()
        .orElse("");
  }

  /// Of a name, a thing with a name, or a list of either.
  private static String names(JsonNode author) {
    Stream<JsonNode> authors = author.isArray() ? author.valueStream() : Stream.of(author);
    return authors
        .map(one -> one.isObject() ? one.path("name") : one)
        .flatMap(name -> name.isArray() ? name.valueStream() : Stream.of(name))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .filter(PageCredits::isName)
        .map(PageCredits::tidied)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /// Many name an address of a profile instead.
  private static boolean isName(String text) {
    return !text.isBlank() && !text.contains("://");
  }

  private static String tidied(String name) {
    return PageLines.normalizeWhitespace(name).replaceFirst("(?i)^by ", "");
  }

  private static @Nullable URI image(Document page, LinkedData data) {
    Stream<String> metas =
        IMAGE_META.stream()
            .flatMap(attribute -> page.select("meta[" + attribute + "][content]").stream())
            .map(meta -> meta.attr("content"));
    Stream<String> linked =
        data.articles().stream().map(article -> firstAddress(article.path("image")));
    return Stream.concat(metas, linked)
        .map(address -> absolute(page, address))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private static String firstAddress(JsonNode image) {
    JsonNode first = image.isArray() ? image.path(0) : image;
    return first.isObject()
        ? Stream.of("url", "contentUrl", "@id")
            .map(name -> first.path(name).asString(""))
            .filter(address -> !address.isBlank())
            .findFirst()
            .orElse("")
        : first.asString("");
  }

  private static Optional<URI> absolute(Document page, String address) {
    if (address.isBlank() || address.length() > MAX_ADDRESS_LENGTH) {
      return Optional.empty();
    }
    Element link = page.createElement("a").attr("href", address.strip());
    try {
      URI absolute = new URI(link.absUrl("href"));
      String scheme = Objects.requireNonNullElse(absolute.getScheme(), "");
      return scheme.equals("http") || scheme.equals("https")
          ? Optional.of(absolute)
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
