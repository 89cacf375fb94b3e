package dev.bongsu.feed;

import dev.bongsu.http.WebAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Feed addresses as users type them.
public final class FeedAddress {
  private static final Pattern FEED_SCHEME = Pattern.compile("(?i)^feed:(?://)?(?=https?://)");
  private static final Pattern SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*:(?!\\d).*");
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i)(?:.*[_.-])?(?:token|key|apikey|secret|auth|authorization|password|passwd|pwd|pass"
              + "|signature|sig|session|sid|jwt|credential|credentials)");
  private static final Pattern SECRET_VALUE =
      Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])[A-Za-z0-9+/_=-]{32,}");

  private static final int MAX_CHARS = 2_000;

  private FeedAddress() {}

  /// The parsed address: angle brackets and a Slack label are removed, `feed:` becomes http, and a
  /// missing scheme https.
  ///
  /// @return empty if it is not a web address, or longer than 2,000 characters
  public static Optional<URI> parse(String text) {
    String bare = text.strip();
    if (bare.startsWith("<") && bare.endsWith(">")) {
      bare = bare.substring(1, bare.length() - 1).replaceFirst("\\|.*$", "").strip();
    }
    bare = bare.replaceFirst("#.*$", "");
    bare = FEED_SCHEME.matcher(bare).replaceFirst("").replaceFirst("(?i)^feed://", "http://");
    if (!SCHEME.matcher(bare).matches()) {
      bare = "https://" + bare;
    }
    return bare.contains(" ")
        ? Optional.empty()
        : WebAddress.of(bare)
            .filter(FeedAddress::looksLikeHost)
            .filter(address -> address.toString().length() <= MAX_CHARS);
  }

  /// A single word is not a host: `/addfeed news`.
  private static boolean looksLikeHost(URI address) {
    String place = address.getRawAuthority();
    return place.contains(".") || place.contains("[") || place.contains(":");
  }

  /// Whether the address itself grants access, so that only its keepers may see it.
  public static boolean isSecret(URI address) {
    String authority = address.getRawAuthority();
    String query = address.getRawQuery();
    return (authority != null && authority.contains("@"))
        || (query != null
            && Arrays.stream(query.split("[&;]")).anyMatch(FeedAddress::isSecretParameter));
  }

  private static boolean isSecretParameter(String parameter) {
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? "" : parameter.substring(0, equals);
    String value = parameter.substring(equals + 1);
    return !value.isEmpty()
        && (SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()
            || SECRET_VALUE.matcher(value).matches());
  }
}
