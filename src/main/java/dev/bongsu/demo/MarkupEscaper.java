package dev.bongsu.demo;

/// Plain text as part of XML or HTML.
final class MarkupEscaper {
  private MarkupEscaper() {}

  /// Escaped for text and for attribute values of either.
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
