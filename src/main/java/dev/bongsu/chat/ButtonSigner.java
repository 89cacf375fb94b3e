package dev.bongsu.chat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs the payload of a button, and verifies it when the button is pressed. A client may send
/// anything: a payload is valid only unchanged, in the chat it was made for, and for a day (r023).
///
/// A payload is at most 64 bytes of ASCII, Telegram's limit: verb, arguments, the minute it was
/// made in, and 48 bits of an HMAC-SHA256 over these and the chat.
public final class ButtonSigner {
  /// Bytes of a payload.
  public static final int MAX_BYTES = 64;

  private static final Duration MAX_AGE = Duration.ofHours(24);
  private static final int MAC_BYTES = 6;
  private static final int RADIX = 36;
  private static final Pattern SHAPE =
      Pattern.compile("(([a-z]{1,8}):([A-Za-z0-9,_-]*):([0-9a-z]{1,7})):([A-Za-z0-9_-]{8})");
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final InstantSource clock;

  /// @param key of the installation; the same on all its nodes
  public ButtonSigner(Secret key, InstantSource clock) {
    this.key = new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /// The payload of a button in a chat.
  ///
  /// @param verb at most eight of `a-z`
  /// @param arguments of letters, digits, `_` and `-`
  public String sign(ChatId chat, String verb, Object... arguments) {
    List<String> words = Arrays.stream(arguments).map(String::valueOf).toList();
    long minute = clock.instant().getEpochSecond() / 60;
    String open = verb + ":" + String.join(",", words) + ":" + Long.toString(minute, RADIX);
    String payload = open + ":" + computeMac(chat, open);
    if (payload.length() > MAX_BYTES || !SHAPE.matcher(payload).matches()) {
      throw new IllegalArgumentException("invalid button payload: " + payload);
    }
    return payload;
  }

  /// Checks a payload that came back from a chat.
  public Press verify(ChatId chat, String payload) {
    Matcher shape = SHAPE.matcher(payload);
    if (payload.length() > MAX_BYTES || !shape.matches() || !isAuthentic(chat, shape)) {
      return new Press.Forged();
    }
    Instant made = Instant.ofEpochSecond(Long.parseLong(shape.group(4), RADIX) * 60);
    if (made.plus(MAX_AGE).isBefore(clock.instant())) {
      return new Press.Expired();
    }
    List<String> arguments =
        shape.group(3).isEmpty() ? List.of() : List.of(shape.group(3).split(",", -1));
    return new Press.Valid(shape.group(2), arguments);
  }

  private boolean isAuthentic(ChatId chat, Matcher shape) {
    return MessageDigest.isEqual(
        computeMac(chat, shape.group(1)).getBytes(StandardCharsets.US_ASCII),
        shape.group(5).getBytes(StandardCharsets.US_ASCII));
  }

  private String computeMac(ChatId chat, String open) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] sum = mac.doFinal((chat + "\n" + open).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sum, MAC_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /// The result of a check.
  public sealed interface Press {
    /// Signed by us less than a day ago.
    record Valid(String verb, List<String> arguments) implements Press {
      public Valid {
        arguments = List.copyOf(arguments);
      }
    }

    /// Signed by us more than a day ago.
    record Expired() implements Press {}

    /// Not signed by us, or not for this chat.
    record Forged() implements Press {}
  }
}
