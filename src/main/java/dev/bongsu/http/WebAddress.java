package dev.bongsu.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Converts addresses in the wild to a form that `URI` accepts.
///
/// Spaces, quotes, bare percent signs and characters beyond ASCII are encoded, line breaks dropped,
/// hosts written in their ASCII form (RFC 3490) and lower case.
public final class WebAddress {
  private static final Pattern PARTS =
      Pattern.compile("(?i)(https?)://+([^/?#\\\\]*)([^?#]*)(\\?[^#]*)?(#.*)?");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(.*)@)?(\\[[^\\]]*]|[^:@]*)(?::(\\d*))?");
  private static final String UNCHANGED = "!#$&'()*+,-./:;=?@_~[]";
  private static final Pattern QUERY = Pattern.compile("[?#]");

  /// RFC 1035, 2.3.4.
  private static final int MAX_HOST_CHARS = 255;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private WebAddress() {}

  /// An absolute http or https address; empty if the text is not one
  public static Optional<URI> of(String text) {
    Matcher parts = PARTS.matcher(oneLine(text));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String path = parts.group(3).replace('\\', '/');
    String rest =
        (path.isEmpty() ? "/" : path) + blankIfNull(parts.group(4)) + blankIfNull(parts.group(5));
    return authority(parts.group(2))
        .flatMap(
            authority ->
                uri(
                    parts.group(1).toLowerCase(Locale.ROOT)
                        + "://"
                        + authority
                        + encodePath(rest)));
  }

  /// A link of a document, made absolute (RFC 3986, 5).
  ///
  /// @param base absolute, with a path
  /// @return an absolute http or https address; empty if the link is blank or of another scheme
  public static Optional<URI> resolve(URI base, String link) {
    String relative = oneLine(link);
    if (relative.isEmpty()) {
      return Optional.empty();
    }
    if (relative.regionMatches(true, 0, "http:", 0, 5)
        || relative.regionMatches(true, 0, "https:", 0, 6)) {
      return of(relative);
    }
    if (relative.startsWith("//")) {
      return of(base.getScheme() + ":" + relative);
    }
    if (relative.startsWith("?")) {
      // java.net.URI drops the base's last path segment here
      return of(withoutQuery(base) + relative);
    }
    return uri(encodePath(relative)).map(base::resolve).map(URI::toString).flatMap(WebAddress::of);
  }

  private static String withoutQuery(URI base) {
    return base.toString().replaceFirst("[?#].*$", "");
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("[\\t\\r\\n]+\\s*", "");
  }

  private static Optional<String> authority(String text) {
    Matcher parts = AUTHORITY.matcher(text);
    if (!parts.matches() || parts.group(2).isEmpty()) {
      return Optional.empty();
    }
    String user = parts.group(1) == null ? "" : encode(parts.group(1)) + "@";
    String port = blankIfNull(parts.group(3));
    return asciiHost(parts.group(2)).map(host -> user + host + (port.isEmpty() ? "" : ":" + port));
  }

  /// The host as sent to servers: lower case, ASCII, no dot at the end.
  static Optional<String> asciiHost(String host) {
    if (host.startsWith("[")) {
      return Optional.of(host.toLowerCase(Locale.ROOT));
    }
    if (host.length() > MAX_HOST_CHARS) {
      return Optional.empty(); // java.net.IDN throws at long ones
    }
    try {
      String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      return name.isEmpty() ? Optional.empty() : Optional.of(name);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /// Brackets are allowed in a query, not in a path.
  private static String encodePath(String text) {
    String encoded = encode(text);
    Matcher query = QUERY.matcher(encoded);
    int end = query.find() ? query.start() : encoded.length();
    String path = encoded.substring(0, end).replace("[", "%5B").replace("]", "%5D");
    return path + encoded.substring(end);
  }

  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    boolean inFragment = false;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      boolean keep = (isUnchanged(c) && (c != '#' || !inFragment)) || isEscape(bytes, i);
      encoded.append(keep ? String.valueOf(c) : "%" + HEX.toHexDigits(bytes[i]));
      inFragment |= c == '#';
    }
    return encoded.toString();
  }

  private static boolean isUnchanged(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || UNCHANGED.indexOf(c) >= 0);
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return bytes[at] == '%'
        && at + 2 < bytes.length
        && Character.digit(bytes[at + 1], 16) >= 0
        && Character.digit(bytes[at + 2], 16) >= 0;
  }

  private static String blankIfNull(@Nullable String text) {
    return text == null ? "" : text;
  }
}
