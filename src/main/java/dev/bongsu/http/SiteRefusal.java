package dev.bongsu.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why a site refuses the bot, and what the operator can do about it.
public final class SiteRefusal {
  private static final String HEADERS =
      "the operator can set bongsu.http.user-agent, or headers for this feed in the catalogue";

  /// The pages on which a site's guard has a browser prove itself.
  private static final Pattern CHALLENGE =
      Pattern.compile(
          "challenge-platform|cf-browser-verification|<title>Just a moment|awsWafCookieDomainList"
              + "|captcha-delivery\\.com|_Incapsula_Resource|sucuri_cloudproxy|ddos-guard",
          Pattern.CASE_INSENSITIVE);

  private static final int MAX_LOOK_BYTES = 16 * 1024;

  private SiteRefusal() {}

  /// The reason in words, with the status; empty if the response is no refusal.
  public static Optional<String> of(HttpOutcome.Response response) {
    if (isChallenge(response)) {
      return Optional.of(
          "the site lets browsers through only (answered %d with a check of the browser); %s"
              .formatted(response.status(), HEADERS));
    }
    return switch (response.status()) {
      case 401 ->
          Optional.of(
              "the site wants a login (answered 401): write it into the address, as in"
                  + " https://user:password@host/, or as a header of this feed into the catalogue");
      case 402 -> Optional.of("the site wants to be paid (answered 402)");
      case 403, 405, 406 ->
          Optional.of(
              "the site refuses robots (answered %d); %s".formatted(response.status(), HEADERS));
      case 451 ->
          Optional.of(
              "the site may not answer where the bot runs (answered 451): a proxy elsewhere can");
      default -> Optional.empty();
    };
  }

  private static boolean isChallenge(HttpOutcome.Response response) {
    Headers headers = response.headers();
    if (headers.first("cf-mitigated") != null || headers.first("x-amzn-waf-action") != null) {
      return true;
    }
    byte[] body = response.bytes();
    String start =
        new String(body, 0, Math.min(body.length, MAX_LOOK_BYTES), StandardCharsets.ISO_8859_1);
    return !response.isOk() && response.status() >= 400 && CHALLENGE.matcher(start).find();
  }
}
