package dev.bongsu.article;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An article's address: the form to fetch and show, and the form that identifies it.
public final class CanonicalLink {
  /// RFC 3986, appendix B.
  private static final Pattern PARTS =
      Pattern.compile(
          "^(https?)://([^/?#\\\\]+)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?$", Pattern.CASE_INSENSITIVE);

  /// Fragments that name a part of every page, or a campaign, but no entry. All others may be what
  /// sets entries of one page apart: `#issuecomment-7`, `#/post/2`, `#new-dashboard`.
  private static final Pattern PLAIN_FRAGMENT =
      Pattern.compile(
          "(?:page-?)?top|(?:main-?)?content|main|body|article|page|header|footer|start|rss|feed|atom|share"
              + "|(?:post-?)?comments?(?:-?section|-?area)?|respond|reply(?:-title)?|disqus_thread|(?:read-?)?more|continue"
              + "|ixzz\\w*|\\.[\\w-]{6,}|:~:.*|.*:~:text=.*|(?:xtor|ref|source|from|at|share|mc|ito|sf|fbclid|utm_?\\w*|intcmp|cmpid|wt)[=.-].*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AUTHORITY =
      Pattern.compile("^(?:[^@]*@)?([^@:\\s]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{0,5}))?$");

  /// Prefixes of mobile and AMP hosts. A site without a further label keeps it (`m.de`).
  private static final Pattern ALTERNATE_HOST_PREFIX =
      Pattern.compile("^(?:(?:www|m|mobile|amp)\\.)+(?=[^.]+\\.)");

  private static final Pattern AMP_PARAMETER =
      Pattern.compile("amp(?:=(?:1|true)?)?|outputType=amp");
  private static final Pattern AMP_CACHE =
      Pattern.compile(
          "https?://(?:www\\.google\\.[a-z.]+/amp/(?:s/)?|[a-z0-9-]+\\.cdn\\.ampproject\\.org/[cv]/(?:s/)?)");

  private static final Pattern NOT_ALLOWED =
      Pattern.compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\\-._~:/?@!$&'()*+,;=%]");
  private static final Pattern ESCAPED = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final Pattern TRACKER =
      Pattern.compile(
          "(?:utm_|at_|guce_|hsa_|mtm_|pk_|piwik_|matomo_|itm_|stm_|vero_|oly_|wt_mc|ns_mchannel|ns_campaign|__twitter_).*"
              + "|[fgmy]clid|gclsrc|gbraid|wbraid|dclid|msclkid|fbclid|gclid|yclid|twclid|ttclid|igshid|igsh"
              + "|mc_[ce]id|_ga|_gl|_hsenc|_hsmi|cmpid|cmp|ncid|ocid|smid|spm|xtor|guccounter"
              + "|ysclid|rdt_cid|li_fat_id|epik|srsltid|irclickid|_openstat|mkt_tok|gad_source|gad_campaignid|_bhlid|__s|elqtrackid"
              + "|sr_share|ref_src|ref_url|share_id|soc_src|soc_trk|taid",
          Pattern.CASE_INSENSITIVE);

  /// Parameters that are tracking only with such a value: `?ref=rss`.
  private static final Set<String> REFERRER_PARAMETERS =
      Set.of("ref", "source", "src", "from", "via", "partner", "feature", "cid", "medium");

  private static final Set<String> REFERRER_VALUES =
      Set.of(
          "rss", "feed", "atom", "twitter", "facebook", "newsletter", "social", "share", "email");

  private CanonicalLink() {}

  /// The address to fetch and show: absolute, http or https, without tracking parameters, fragment,
  /// credentials or default port, in ASCII. Empty for anything else.
  ///
  /// @param link as the publisher wrote it, relative or with blanks and Hangul inside
  /// @param base the feed's or page's address; null if `link` must be absolute
  public static Optional<URI> of(String link, @Nullable URI base) {
    String text = link.strip().replace("&amp;", "&");
    return absolute(text, base).map(Redirectors::unwrapped).flatMap(CanonicalLink::clean);
  }

  /// The address to show: as [#of(URI)], with the fragment that may be what sets it apart. The link
  /// itself if it is no web address.
  static URI shown(URI link) {
    String fragment = fragment(link);
    return of(link)
        .map(address -> fragment.isEmpty() ? address : URI.create(address + "#" + fragment))
        .orElse(link);
  }

  /// As [#of(String, URI)], for an absolute address.
  public static Optional<URI> of(URI link) {
    return of(link.toString(), null);
  }

  /// The page of an article across feeds. Equal for addresses that differ only in scheme, `www.`,
  /// `m.` or `amp.`, an AMP ending, a default port, trailing slash, a plain fragment (`#top`),
  /// tracking parameters, the order of parameters, how characters are escaped, or a redirector
  /// around them (`google.com/url?url=…`). Not an address: it has no scheme.
  ///
  /// @param link any absolute address; other than http and https are their own key
  public static String key(URI link) {
    String address = of(link).orElse(link).toASCIIString();
    Matcher parts = PARTS.matcher(withoutAmpCache(address));
    if (!parts.matches()) {
      return link.toString();
    }
    String host = ALTERNATE_HOST_PREFIX.matcher(group(parts, 2)).replaceFirst("");
    String path = withoutAmpEnding(normalizeEscapes(group(parts, 3)).replaceAll("/{2,}", "/"));
    String query =
        parameters(group(parts, 4))
            .map(CanonicalLink::normalizeEscapes)
            .filter(parameter -> !AMP_PARAMETER.matcher(parameter).matches())
            .sorted()
            .collect(Collectors.joining("&"));
    String fragment = fragment(link);
    return host
        + path
        + (query.isEmpty() ? "" : "?" + query)
        + (fragment.isEmpty() ? "" : "#" + fragment);
  }

  private static String withoutAmpCache(String address) {
    Matcher cached = AMP_CACHE.matcher(address);
    return cached.lookingAt() ? "https://" + address.substring(cached.end()) : address;
  }

  /// Without `/amp` and a slash behind it, unless nothing is before them.
  private static String withoutAmpEnding(String path) {
    String bare = withoutEnding(path, "/");
    return bare.endsWith("/amp") ? withoutEnding(bare, "/amp") : bare;
  }

  private static String withoutEnding(String path, String ending) {
    return path.endsWith(ending) && path.length() > ending.length()
        ? path.substring(0, path.length() - ending.length())
        : path;
  }

  /// The fragment if it may set entries of one page apart; else blank.
  private static String fragment(URI link) {
    String address = Redirectors.unwrapped(link.toString());
    if (address.indexOf('#') < 0) {
      return "";
    }
    Matcher parts = PARTS.matcher(address);
    String fragment = parts.matches() ? escape(group(parts, 5)) : "";
    return PLAIN_FRAGMENT.matcher(fragment).matches() ? "" : fragment;
  }

  private static Optional<String> absolute(String link, @Nullable URI base) {
    if (PARTS.matcher(link).matches()) {
      return Optional.of(link);
    }
    if (base == null || link.isEmpty() || link.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(base.resolve(escape(link.replaceFirst("(?s)#.*", ""))).toString());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<URI> clean(String link) {
    Matcher parts = PARTS.matcher(link);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = group(parts, 1).toLowerCase(Locale.ROOT);
    String path = escape(group(parts, 3).replace('\\', '/'));
    String query = parameters(escape(group(parts, 4))).collect(Collectors.joining("&"));
    return authority(group(parts, 2), scheme)
        .flatMap(
            authority ->
                uri(
                    scheme
                        + "://"
                        + authority
                        + (path.isEmpty() ? "/" : path)
                        + (query.isEmpty() ? "" : "?" + query)));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Host in lower-case ASCII, and the port unless it is one of the two defaults.
  private static Optional<String> authority(String written, String scheme) {
    Matcher authority = AUTHORITY.matcher(written.strip());
    if (!authority.matches()) {
      return Optional.empty();
    }
    String port = group(authority, 2);
    boolean usual = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
    try {
      String host =
          IDN.toASCII(group(authority, 1)).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
      return Optional.of(host + (usual ? "" : ":" + port)).filter(_ -> !host.isEmpty());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Stream<String> parameters(String query) {
    return query.isEmpty()
        ? Stream.empty()
        : Arrays.stream(query.split("&", -1)).filter(p -> !p.isEmpty() && !isTracker(p));
  }

  private static boolean isTracker(String parameter) {
    String[] parts = parameter.split("=", 2);
    String name = parts[0].toLowerCase(Locale.ROOT);
    return TRACKER.matcher(name).matches()
        || (parts.length == 2
            && REFERRER_PARAMETERS.contains(name)
            && REFERRER_VALUES.contains(parts[1].toLowerCase(Locale.ROOT)));
  }

  /// Percent-encodes in UTF-8 the characters that a path or query may not hold; existing escapes
  /// stay.
  private static String escape(String text) {
    return isPlain(text)
        ? text
        : NOT_ALLOWED.matcher(text).replaceAll(match -> percentEncode(match.group()));
  }

  /// Whether a path or query has only characters that mean nothing else, as most have.
  private static boolean isPlain(String text) {
    return text.chars()
        .allMatch(
            c ->
                (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || (c >= 'A' && c <= 'Z')
                    || "-._~/=&?:".indexOf(c) >= 0);
  }

  private static String percentEncode(String character) {
    StringBuilder escaped = new StringBuilder();
    for (byte value : character.getBytes(StandardCharsets.UTF_8)) {
      escaped.append('%').append("%02X".formatted(value));
    }
    return escaped.toString();
  }

  /// Normalises escapes: needless ones are decoded, the others in upper case.
  private static String normalizeEscapes(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(
            match -> {
              char letter = (char) Integer.parseInt(match.group(1), 16);
              boolean needless =
                  letter < 0x80
                      && (Character.isLetterOrDigit(letter) || "-._~".indexOf(letter) >= 0);
              return needless ? String.valueOf(letter) : match.group().toUpperCase(Locale.ROOT);
            });
  }

  private static String group(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? "" : text;
  }
}
