package dev.bongsu.feed;

import dev.bongsu.http.WebAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}");

  /// A run in a path that is long enough for a token.
  private static final Pattern TOKEN_RUN = Pattern.compile("[A-Za-z0-9]{16,}");

  /// Changes between letters and digits in a token of one letter case; a name with a date has two.
  private static final int MIN_CHANGES = 4;

  /// So long a run of both letter cases and digits is no name.
  private static final int MIN_LONG_TOKEN = 28;

  /// What may be an address in a text.
  private static final Pattern WORD = Pattern.compile("[^\\s<>\"']++");

  /// What an address has somewhere.
  private static final Pattern ADDRESS_MARK = Pattern.compile("[.@=]|:/");

  private static final Pattern UNREADABLE_SECRET =
      Pattern.compile(
          "(?i)@|(?:token|key|secret|auth|passw|pwd|pass|sig|sid)[a-z_]*=|[a-z0-9]{32,}");

  /// The scheme and host of an address, without credentials.
  private static final Pattern SITE =
      Pattern.compile("^(?i)((?:[a-z][a-z0-9+.-]*:/+)?)(?:[^/?#]*@)?([^/?#@\\s:]*)");

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
    String place = String.valueOf(address.getRawAuthority());
    return place.contains(".") || place.contains("[") || place.contains(":");
  }

  /// Whether the address itself grants access, so that only its keepers may see it.
  public static boolean isSecret(URI address) {
    String authority = address.getRawAuthority();
    String query = address.getRawQuery();
    String path = String.valueOf(address.getRawPath());
    return (authority != null && authority.contains("@"))
        || Arrays.stream(path.split("/")).anyMatch(FeedAddress::isSecretPart)
        || (query != null
            && Arrays.stream(query.split("[&;]")).anyMatch(FeedAddress::isSecretParameter));
  }

  /// A text with the secret addresses in it reduced to their sites, also those that are no proper
  /// addresses.
  public static String mask(String text) {
    return WORD.matcher(text).replaceAll(found -> maskOne(found.group()));
  }

  private static String maskOne(String address) {
    boolean secret = ADDRESS_MARK.matcher(address).find() && isSecretOrUnreadable(address);
    if (!secret) {
      return Matcher.quoteReplacement(address);
    }
    Matcher site = SITE.matcher(address);
    return Matcher.quoteReplacement(site.find() ? site.group(1) + site.group(2) + "/…" : "…");
  }

  private static boolean isSecretOrUnreadable(String address) {
    return parse(address)
        .map(FeedAddress::isSecret)
        .orElseGet(() -> UNREADABLE_SECRET.matcher(address).find());
  }

  /// Whether a part of a path is a token: a UUID, or a run of letters and digits that nobody would
  /// choose as a name.
  private static boolean isSecretPart(String part) {
    String name = part.replaceFirst("\\.(?:xml|rss|atom|json|ics|opml|php|html?)$", "");
    return UUID.matcher(name).matches()
        || TOKEN_RUN.matcher(name).results().anyMatch(run -> isRandom(run.group()));
  }

  private static boolean isRandom(String run) {
    long changes =
        IntStream.range(1, run.length())
            .filter(i -> Character.isDigit(run.charAt(i)) != Character.isDigit(run.charAt(i - 1)))
            .count();
    boolean mixed = run.matches(".*[a-z].*") && run.matches(".*[A-Z].*");
    return changes >= (mixed ? MIN_CHANGES - 1 : MIN_CHANGES)
        || (mixed && changes > 0 && run.length() >= MIN_LONG_TOKEN);
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
