package dev.bongsu.demo;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An HTML page with gaps, written `{{name}}`.
record HtmlTemplate(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

  /// A page of the folder `demo`.
  static HtmlTemplate read(String name) {
    return new HtmlTemplate(DemoResources.text(name));
  }

  /// The page with its gaps filled.
  ///
  /// @param markup by name, escaped already
  /// @throws IllegalArgumentException if a gap has no filling
  String fill(Map<String, String> markup) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(gap -> Matcher.quoteReplacement(valueOf(markup, gap)));
  }

  private static String valueOf(Map<String, String> markup, MatchResult gap) {
    String filling = markup.get(gap.group(1));
    if (filling == null) {
      throw new IllegalArgumentException("nothing for the gap " + gap.group());
    }
    return filling;
  }
}
