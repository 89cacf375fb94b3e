package dev.bongsu.syndication;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.CDATA;
import org.jdom2.Element;

/// CDATA sections that a program escaped like text: `&lt;![CDATA[…]]&gt;`.
final class EscapedCdata {
  /// In a text that begins with one, or ends with what is left of one.
  private static final Pattern MARKS =
      Pattern.compile("(?:<|&lt;)!\\[CDATA\\[|]](?:>|&gt;|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern OPENING =
      Pattern.compile("\\s*(?:<|&lt;)!\\[CDATA\\[", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING = Pattern.compile("]](?:>|&gt;)\\s*$");

  private EscapedCdata() {}

  /// Reads all texts of a tree through.
  static void unwrap(Element element) {
    if (!element.getChildren().isEmpty()) {
      element.getChildren().forEach(EscapedCdata::unwrap);
      return;
    }
    String text = element.getText();
    String unwrapped = unwrap(text);
    if (!unwrapped.equals(text)) {
      element.setContent(new CDATA(unwrapped.replace("]]>", "")));
    }
  }

  /// The text inside; the text itself if it does not begin with such a mark.
  static String unwrap(String text) {
    if (text.indexOf("]]") < 0 && text.indexOf("CDATA") < 0) {
      return text;
    }
    if (OPENING.matcher(text).lookingAt()) {
      return MARKS.matcher(text).replaceAll("");
    }
    Matcher closing = CLOSING.matcher(text);
    return closing.find() && text.indexOf("[[") < 0 ? text.substring(0, closing.start()) : text;
  }
}
