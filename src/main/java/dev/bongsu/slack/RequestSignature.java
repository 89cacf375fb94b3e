package dev.bongsu.slack;

import dev.bongsu.chat.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Whether a request is from Slack (docs.slack.dev, "Verifying requests from Slack").
///
/// Our own check, because Bolt's accepts any future timestamp and does not compare in constant time
/// (read in 1.51.0).
final class RequestSignature {
  static final String TIMESTAMP = "X-Slack-Request-Timestamp";
  static final String SIGNATURE = "X-Slack-Signature";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  RequestSignature(Secret signingSecret) {
    this.key =
        new SecretKeySpec(signingSecret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /// Whether a timestamp came once and is within five minutes of now, before or after.
  static boolean isTimely(List<String> timestamps, Instant now) {
    if (timestamps.size() != 1 || !SECONDS.matcher(timestamps.getFirst()).matches()) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamps.getFirst()));
    return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
  }

  /// Whether the signature came once and is that of the body.
  ///
  /// @param timestamp as it came
  boolean isValid(String timestamp, byte[] body, List<String> signatures) {
    if (signatures.size() != 1) {
      return false;
    }
    byte[] given = signatures.getFirst().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(sign(timestamp, body).getBytes(StandardCharsets.UTF_8), given);
  }

  private String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
