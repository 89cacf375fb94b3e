package dev.bongsu.demo;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An HTML page with gaps, written `{{name}}`.
record Template(String text) {
  private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

  /// A page of the folder `demo`.
  static Template read(String name) {
    return new Template(Resources.text(name));
  }

  /// The page with its gaps filled.
  ///
  /// @param markup by name, escaped already
  /// @throws IllegalArgumentException if a gap has no filling
  String fill(Map<String, String> markup) {
    return GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(filling(markup, gap)));
  }

  private static String filling(Map<String, String> markup, MatchResult gap) {
    String filling = markup.get(gap.group(1));
    if (filling == null) {
      throw new IllegalArgumentException("nothing for the gap " + gap.group());
    }
    return filling;
  }
}
