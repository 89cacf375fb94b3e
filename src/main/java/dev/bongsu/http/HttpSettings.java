package dev.bongsu.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Requests to feeds and pages.
///
/// @param allow `host:port` pairs that may be fetched although they are private addresses or
///   unusual ports
/// @param hostGap the shortest time between two requests to one host
/// @param maxBody the largest answer, after decoding; at most 1024MB
/// @param deadline time for one request with all its redirects
/// @param certificates `host:port=SHA-256` of a certificate that this server may show although no
///   authority signed it
/// @param userAgent the User-Agent for sites that refuse the bot's own, which names it and the
///   number of its readers; robots.txt is read for `Bongsu` whatever it says
@ConfigurationProperties("bongsu.http")
public record HttpSettings(
    @DefaultValue List<String> allow,
    @DefaultValue("1s") Duration hostGap,
    @DefaultValue("10MB") DataSize maxBody,
    @DefaultValue("30s") Duration deadline,
    @DefaultValue List<String> certificates,
    @DefaultValue("") String userAgent) {
  private static final Pattern HOST_PORT =
      Pattern.compile("(?:[^\\s:/@\\[\\]]+|\\[[0-9A-Fa-f:.]+]):\\d{1,5}");
  private static final Pattern CERTIFICATE =
      Pattern.compile(HOST_PORT.pattern() + "=(?:[0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}");
  private static final Pattern USER_AGENT = Pattern.compile("[\\x20-\\x7e]{0,500}");
  private static final DataSize MAX_BODY = DataSize.ofMegabytes(1024);

  @ConstructorBinding
  public HttpSettings {
    allow = List.copyOf(allow);
    certificates = List.copyOf(certificates);
    for (String certificate : certificates) {
      if (!CERTIFICATE.matcher(certificate).matches()) {
        throw new IllegalArgumentException(
            "certificates: '%s' is not host:port=SHA-256 in hex".formatted(certificate));
      }
    }
    for (String pair : allow) {
      if (!HOST_PORT.matcher(pair).matches()) {
        throw new IllegalArgumentException("allow: '%s' is not host:port".formatted(pair));
      }
    }
    userAgent = userAgent.strip();
    if (!USER_AGENT.matcher(userAgent).matches()) {
      throw new IllegalArgumentException(
          "user-agent must be one line of at most 500 letters, digits and signs of ASCII");
    }
    if (hostGap.isNegative()) {
      throw new IllegalArgumentException("host-gap must not be negative");
    }
    if (maxBody.toBytes() < 1 || maxBody.compareTo(MAX_BODY) > 0) {
      throw new IllegalArgumentException("max-body must be between 1B and 1024MB");
    }
    if (!deadline.isPositive()) {
      throw new IllegalArgumentException("deadline must be positive");
    }
  }

  /// Settings without pinned certificates.
  public HttpSettings(List<String> allow, Duration hostGap, DataSize maxBody, Duration deadline) {
    this(allow, hostGap, maxBody, deadline, List.of(), "");
  }

  /// SHA-256 in lower-case hex, by `host:port`.
  Map<String, String> pins() {
    return certificates.stream()
        .map(certificate -> certificate.toLowerCase(Locale.ROOT).split("=", 2))
        .collect(Collectors.toMap(pin -> pin[0], pin -> pin[1].replace(":", ""), (one, _) -> one));
  }
}
