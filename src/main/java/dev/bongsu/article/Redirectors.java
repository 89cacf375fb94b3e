package dev.bongsu.article;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Addresses that only lead to another and hold it: of search engines, networks, advertising and
/// mail guards. Those that hold it in a form of their own lead nowhere without a request.
final class Redirectors {
  private static final Pattern PARTS =
      Pattern.compile(
          "^https?://([^/?#]+)([^?#]*)(?:\\?([^#]*))?(?:#.*)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern WEB_ADDRESS =
      Pattern.compile(
          "https?://[^/?#\\s\\\\.]+\\.[^/?#\\s\\\\]+.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// Host and path of those whose path says nothing.
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?:www\\.google\\.[a-z.]+/imgres|out\\.reddit\\.com/.*|[a-z0-9.]+\\.safelinks\\.protection\\.outlook\\.com/.*"
              + "|www\\.bing\\.com/(?:news/apiclick\\.aspx|ck/a)|link\\.zhihu\\.com/?|exit\\.sc/?|l\\.(?:threads|instagram|messenger)\\.(?:net|com)/.*"
              + "|go\\.redirectingat\\.com/?|go\\.skimresources\\.com/?|click\\.linksynergy\\.com/.*|[a-z0-9.]+\\.awin1\\.com/.*"
              + "|linkprotect\\.cudasvc\\.com/.*|urldefense\\.proofpoint\\.com/v[12]/.*|slack-redir\\.net/.*|disq\\.us/.*"
              + "|c\\.pc\\.qq\\.com/.*|weibo\\.cn/.*|link\\.(?:csdn\\.net|juejin\\.cn)/?|www\\.douban\\.com/link2/?"
              + "|(?:href\\.li|anonym\\.to|nullrefer\\.com|dereferer\\.me|hide\\.link)/?)",
          Pattern.CASE_INSENSITIVE);

  /// Paths that programs of all kinds give to their redirector.
  private static final Pattern REDIRECTING_PATH =
      Pattern.compile(
          "(?:.*/)?(?:redirect(?:or|ion)?|redir|rd|r|out|outbound|outgoing|away|go|goto|jump|leave|exit|external"
              + "|link|linkfilter|linkout|l|click|clk|ct|track|url|forward|fwd|bounce|sinaurl|aclk|deeplink|safecheck/index)"
              + "(?:\\.(?:php|aspx?|html?|jsp|cgi|do))?/?",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> PARAMETERS =
      Set.of(
          ("url u q to target dest destination redirect redirect_url redirect_uri redirecturl redir"
                  + " goto go link href murl ued adurl ru out r uri pfurl mpre uddg z a imgrefurl")
              .split(" "));

  /// The whole address behind the redirector's own.
  private static final Pattern IN_PATH =
      Pattern.compile(
          "(?:12ft\\.io|via\\.hypothes\\.is|r\\.jina\\.ai|secure-web\\.cisco\\.com/.*|urldefense\\.com/v3/__"
              + "|r\\.search\\.yahoo\\.com/.*/RU=|(?:www\\.)?pixiv\\.net/jump\\.php)/?(https?(?::|%3a).*)",
          Pattern.CASE_INSENSITIVE);

  /// What follows an address in a path.
  private static final Pattern PATH_REST = Pattern.compile("__;.*$|/RK=.*$");

  /// A letter of `http` may be escaped, once or twice.
  private static final Pattern ANOTHER_ADDRESS =
      Pattern.compile("http|aHR0c|%(?:25)*[4-7]", Pattern.CASE_INSENSITIVE);

  private static final int MAX_WRAPPERS = 3;

  private Redirectors() {}

  /// The address that a redirector leads to, or the address itself.
  static String unwrapped(String address) {
    String inner = address;
    for (int i = 0; i < MAX_WRAPPERS; i++) {
      Optional<String> next = target(inner);
      if (next.isEmpty()) {
        break;
      }
      inner = next.get();
    }
    return inner;
  }

  /// Whether another address may stand in this one, as it is or encoded. Most links hold none, and
  /// need none of the longer looks.
  private static boolean mayHoldAddress(String address) {
    return ANOTHER_ADDRESS.matcher(address).region(1, address.length()).find();
  }

  private static Optional<String> target(String address) {
    if (address.isEmpty() || !mayHoldAddress(address)) {
      return Optional.empty();
    }
    Matcher parts = PARTS.matcher(address);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String path = parts.group(2);
    String query = parts.group(3) == null ? "" : parts.group(3);
    String place = parts.group(1) + path;
    if (KNOWN.matcher(place).matches() || REDIRECTING_PATH.matcher(path).matches()) {
      return Stream.concat(Stream.of(query), parameters(query))
          .flatMap(Redirectors::webAddress)
          .findFirst();
    }
    Matcher inPath = IN_PATH.matcher(place + (query.isEmpty() ? "" : "?" + query));
    return inPath.matches()
        ? webAddress(PATH_REST.matcher(inPath.group(1)).replaceFirst("")).findFirst()
        : Optional.empty();
  }

  private static Stream<String> parameters(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(parameter -> parameter.split("=", 2))
        .filter(pair -> pair.length == 2 && PARAMETERS.contains(pair[0].toLowerCase(Locale.ROOT)))
        .map(pair -> pair[1]);
  }

  /// The address that a value is, as it is or encoded in one of the usual ways.
  private static Stream<String> webAddress(String value) {
    String decoded = decoded(value);
    return Stream.of(decoded, decoded(decoded), base64Decoded(value), proofpointDecoded(value))
        .filter(address -> WEB_ADDRESS.matcher(address).matches())
        .limit(1);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  /// `http` in Base64, which one search engine puts two letters before.
  private static String base64Decoded(String value) {
    int start = value.indexOf("aHR0c");
    if (start != 0 && start != 2) {
      return "";
    }
    try {
      String letters = value.substring(start).replace('+', '-').replace('/', '_').replace("=", "");
      return new String(Base64.getUrlDecoder().decode(letters), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  /// `https-3A__a.example_b`
  private static String proofpointDecoded(String value) {
    return value.startsWith("http-3A__") || value.startsWith("https-3A__")
        ? decoded(value.replace('-', '%').replace('_', '/'))
        : "";
  }
}
