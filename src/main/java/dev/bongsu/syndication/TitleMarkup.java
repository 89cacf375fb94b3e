package dev.bongsu.syndication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// HTML's tags in a title that may be text: `<b>[속보]</b> 제목` has two, `<DONDA>` and `a < b` none.
final class TitleMarkup {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)(\\s[^<>]*)?/?>");
  private static final Pattern IMAGE_TEXT =
      Pattern.compile("(?i)<img\\s[^<>]*?\\balt\\s*=\\s*(?:\"([^\"<>]+)\"|'([^'<>]+)')");

  /// What begins a line.
  static final Set<String> BLOCK_TAGS =
      Set.of("br", "div", "p", "li", "hr", "tr", "blockquote", "h1", "h2", "h3", "td");

  private static final Set<String> VOID_TAGS = Set.of("br", "hr", "img", "wbr");
  private static final Set<String> FORMATTING_TAGS =
      Set.of(
          "b big cite code em font i ins mark q s small span strike strong sub sup tt u"
              .split(" "));
  private static final Set<String> TAGS =
      Set.of(
          ("a abbr acronym article b bdi bdo big blockquote center cite code dd del dfn div dl dt"
                  + " em figcaption figure font footer h1 h2 h3 h4 h5 h6 header i ins kbd label li"
                  + " mark nobr ol p picture pre q ruby rb rp rt s samp section small span strike"
                  + " strong sub sup table tbody td th thead time tr tt u ul var")
              .split(" "));

  private TitleMarkup() {}

  /// The text without tags of HTML that open and close, and those that need no end.
  static String remove(String text) {
    return remove(text, TAGS);
  }

  /// As [#remove(String)], but only what sets letters off from others.
  static String removeFormatting(String text) {
    return remove(text, FORMATTING_TAGS);
  }

  /// The text without any tag of HTML, whole or not; `<IBM>` is none.
  static String removeAll(String html) {
    return TAG.matcher(html)
        .replaceAll(
            tag -> {
              String name = name(tag);
              boolean known = TAGS.contains(name) || VOID_TAGS.contains(name);
              return known ? " " : Matcher.quoteReplacement(tag.group());
            });
  }

  /// What stands for an image where it cannot be shown; blank if there is none.
  static String imageText(String html) {
    Matcher image = IMAGE_TEXT.matcher(html);
    if (!image.find()) {
      return "";
    }
    String text = image.group(1) == null ? image.group(2) : image.group(1);
    return Parser.unescapeEntities(text, true);
  }

  private static String remove(String text, Set<String> names) {
    if (text.indexOf('<') < 0) {
      return text;
    }
    List<MatchResult> tags = TAG.matcher(text).results().toList();
    Set<Integer> markup = markup(tags, names);
    StringBuilder bare = new StringBuilder();
    int end = 0;
    for (MatchResult tag : tags) {
      if (markup.contains(tag.start())) {
        bare.append(text, end, tag.start());
        bare.append(BLOCK_TAGS.contains(name(tag)) ? " " : "");
        end = tag.end();
      }
    }
    return bare.append(text, end, text.length()).toString();
  }

  /// Where the tags stand that are markup.
  private static Set<Integer> markup(List<MatchResult> tags, Set<String> names) {
    Set<Integer> markup = new HashSet<>();
    Deque<MatchResult> open = new ArrayDeque<>();
    for (MatchResult tag : tags) {
      String name = name(tag);
      if (VOID_TAGS.contains(name)) {
        markup.add(tag.start());
      } else if (names.contains(name) && isClosing(tag)) {
        close(name, open).forEach(opening -> markup.addAll(List.of(opening.start(), tag.start())));
      } else if (names.contains(name)) {
        open.push(tag);
        // a word in brackets has no attributes
        if (hasAttributes(tag) || tag.group().endsWith("/>")) {
          markup.add(tag.start());
        }
      }
    }
    return markup;
  }

  /// The latest opening of this name, taken off with all behind it.
  private static List<MatchResult> close(String name, Deque<MatchResult> open) {
    List<MatchResult> closed = new ArrayList<>();
    if (open.stream().anyMatch(tag -> name(tag).equals(name))) {
      while (!name(open.element()).equals(name)) {
        open.pop();
      }
      closed.add(open.pop());
    }
    return closed;
  }

  private static boolean hasAttributes(MatchResult tag) {
    String rest = tag.group(3);
    return rest != null && rest.indexOf('=') > 0;
  }

  private static boolean isClosing(MatchResult tag) {
    return !tag.group(1).isEmpty();
  }

  private static String name(MatchResult tag) {
    return tag.group(2).toLowerCase(Locale.ROOT);
  }
}
