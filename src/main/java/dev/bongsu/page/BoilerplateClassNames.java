package dev.bongsu.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// What the names (class and id) of an element say about it: that it is boilerplate, and how much
/// text such boilerplate may hold before the name is taken for an accident.
///
/// "paywall" and "hidden" are left out on purpose: `hidden-xs` and the like stand on whole bodies.
final class BoilerplateClassNames {
  private static final Properties WORDS = load();

  /// Programs that ask for consent: their text is never news, however long.
  private static final Set<String> CONSENT = words("consent");

  private static final Set<String> COMMENTS = words("comments");
  private static final Set<String> LARGE_BLOCKS = words("large-blocks");
  private static final Set<String> SMALL_BLOCKS = words("small-blocks");

  /// Say nothing in a name that also says that it holds the body.
  private static final Set<String> LAYOUT_WORDS = words("layout-words");

  private static final Set<String> BODY_WORDS = words("body-words");
  private static final Set<String> IMAGE_WORDS = words("image-words");
  private static final Set<String> CAPTION_WORDS = words("caption-words");

  private static final int MAX_SMALL_BLOCK_LENGTH = 500;
  private static final int MAX_NAMES_LENGTH = 2_000;
  private static final Pattern WHITESPACE = Pattern.compile("\\s+");
  private static final Pattern WORD_BOUNDARY =
      Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

  /// Of a program's own making: `__qSR5N` behind a name, `print:` before one.
  private static final Pattern HASH =
      Pattern.compile("__(?=\\w*(?:\\d|\\p{Ll}\\w*\\p{Lu}{2}|\\p{Lu}{2}\\w*\\p{Ll}))\\w{4,8}$");

  private static final Pattern VARIANT = Pattern.compile("^(?:[\\w-]+:)+");

  /// Digits and changes of case without order, as no one writes them.
  private static final Pattern RANDOM =
      Pattern.compile("(?=.*\\d)(?:.*?\\p{Ll}\\p{Lu}){2}[\\p{L}\\d]*");

  private final int pageTextLength;

  /// A page has few names and thousands of elements.
  private final Map<String, Integer> limitCache = new HashMap<>();

  /// @param pageTextLength the characters outside links of the whole page
  BoilerplateClassNames(int pageTextLength) {
    this.pageTextLength = pageTextLength;
  }

  /// How many characters outside links an element may hold to be taken for boilerplate; -1 if its
  /// names say nothing of the kind.
  int maxTextLength(Element element) {
    return Math.max(cachedLimit(element.className()), cachedLimit(element.id()));
  }

  private int cachedLimit(String names) {
    return names.isEmpty() ? -1 : limitCache.computeIfAbsent(names, this::computeLimit);
  }

  private int computeLimit(String names) {
    List<String> all =
        WHITESPACE
            .splitAsStream(names.substring(0, Math.min(names.length(), MAX_NAMES_LENGTH)))
            .filter(name -> !name.isEmpty())
            .toList();
    boolean body = all.stream().anyMatch(DeclaredBody::isBodyName);
    return all.stream().mapToInt(name -> maxTextLength(name, body)).max().orElse(-1);
  }

  private int maxTextLength(String whole, boolean ofBody) {
    String name = VARIANT.matcher(HASH.matcher(whole).replaceFirst("")).replaceFirst("");
    if (RANDOM.matcher(name).matches()) {
      return -1;
    }
    if (name.startsWith("tag-") || name.startsWith("category-") || name.startsWith("author-")) {
      return -1;
    }
    String letters = NOT_LETTERS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    if (CONSENT.stream().anyMatch(letters::startsWith)) {
      return pageTextLength * 9 / 10;
    }
    String[] words =
        Stream.of(WORD_BOUNDARY.split(name, -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    if (words.length > 0 && COMMENTS.contains(words[0])) {
      return pageTextLength * 3 / 4;
    }
    if (isLargeBlock(words, ofBody || Arrays.stream(words).anyMatch(BODY_WORDS::contains))) {
      return pageTextLength / 3;
    }
    boolean small =
        Arrays.stream(words).anyMatch(SMALL_BLOCKS::contains)
            || letters.contains("journalist")
            || isCaption(words);
    return small ? Math.min(pageTextLength / 3, MAX_SMALL_BLOCK_LENGTH) : -1;
  }

  /// An `article-teaser` is a teaser, an `article-widget-text` is none.
  private static boolean isLargeBlock(String[] words, boolean body) {
    return IntStream.range(0, words.length)
        .filter(i -> !body || i == words.length - 1 || !LAYOUT_WORDS.contains(words[i]))
        .anyMatch(i -> LARGE_BLOCKS.contains(words[i]));
  }

  private static boolean isCaption(String[] words) {
    return words.length > 1
        && IMAGE_WORDS.contains(words[0])
        && Arrays.stream(words).skip(1).anyMatch(CAPTION_WORDS::contains);
  }

  private static Set<String> words(String list) {
    return Set.of(WORDS.getProperty(list).split(" "));
  }

  private static Properties load() {
    String file = "/page/boilerplate-class-names.properties";
    Properties words = new Properties();
    try (InputStream stream = BoilerplateClassNames.class.getResourceAsStream(file)) {
      words.load(Objects.requireNonNull(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
