package dev.bongsu.telegram;

import dev.bongsu.chat.LinkHost;
import dev.bongsu.chat.WebLink;
import java.net.URI;

/// How a text is written for Telegram: as its HTML, or plain.
///
/// In both, a character that Telegram rejects (half of a surrogate pair, NUL) becomes U+FFFD.
enum TelegramMarkup {
  HTML {
    @Override
    String escapeCodePoint(int codePoint) {
      return switch (codePoint) {
        case '&' -> "&amp;";
        case '<' -> "&lt;";
        case '>' -> "&gt;";
        default -> Character.toString(codePoint);
      };
    }

    @Override
    String bold(String written) {
      return "<b>" + written + "</b>";
    }

    @Override
    String link(URI address) {
      return WebLink.of(address)
          .map(_ -> escape(address.toString()).replace("\"", "&quot;"))
          .map(href -> "<a href=\"%s\">%s</a>".formatted(href, escape(hostOf(address))))
          .orElse("");
    }
  },
  PLAIN {
    @Override
    String escapeCodePoint(int codePoint) {
      return Character.toString(codePoint);
    }

    @Override
    String bold(String written) {
      return written;
    }

    @Override
    String link(URI address) {
      return WebLink.of(address).map(_ -> escape(address.toString())).orElse("");
    }
  };

  private static final String ELLIPSIS = "…";
  private static final int REPLACEMENT = 0xFFFD;

  abstract String escapeCodePoint(int codePoint);

  /// Bold, of text that is escaped already.
  abstract String bold(String written);

  /// A link labelled with its host, whatever the article's title is (r107). Blank unless it is http
  /// or https: others may run code.
  abstract String link(URI address);

  /// All of a text.
  String escape(String text) {
    return truncate(text, Integer.MAX_VALUE);
  }

  /// As much of a text as fits, ending in `…` if that is not all.
  ///
  /// @param most UTF-16 units as written, at least 1; no entity and no surrogate pair is cut
  String truncate(String text, int most) {
    StringBuilder written = new StringBuilder();
    int cut = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      written.append(escapeCodePoint(replaceInvalid(text.codePointAt(i))));
      if (written.length() > most) {
        return written.substring(0, cut) + ELLIPSIS;
      }
      if (written.length() < most) {
        cut = written.length();
      }
    }
    return written.toString();
  }

  private static int replaceInvalid(int codePoint) {
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return half || codePoint == 0 ? REPLACEMENT : codePoint;
  }

  private static String hostOf(URI address) {
    String host = LinkHost.of(address);
    return host.isEmpty() ? address.toString() : host;
  }
}
