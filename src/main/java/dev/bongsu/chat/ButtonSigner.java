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

/// Makes what a button says, and reads it when it comes back. A client may send anything: a press
/// counts only as we made it, in the chat that we made it for, and for a day (r023).
///
/// A press is at most 64 bytes of ASCII, Telegram's limit: verb, arguments, the minute it was made
/// in, and 48 bits of an HMAC-SHA256 over these and the chat.
public final class ButtonSigner {
  /// Bytes that a press may have.
  public static final int MAX_BYTES = 64;

  private static final Duration MAX_AGE = Duration.ofHours(24);
  private static final int MAC_BYTES = 6;
  private static final int RADIX = 36;
  private static final Pattern SHAPE =
      Pattern.compile("(([a-z]{1,8}):([A-Za-z0-9,_-]*):([0-9a-z]{1,7})):([A-Za-z0-9_-]{8})");
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final InstantSource clock;

  /// @param key the installation's own; the same on all its nodes
  public ButtonSigner(Secret key, InstantSource clock) {
    this.key = new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /// What a button of a chat says.
  ///
  /// @param verb at most eight of `a-z`
  /// @param arguments of letters, digits, `_` and `-`
  public String sign(ChatId chat, String verb, Object... arguments) {
    List<String> words = Arrays.stream(arguments).map(String::valueOf).toList();
    long minute = clock.instant().getEpochSecond() / 60;
    String open = verb + ":" + String.join(",", words) + ":" + Long.toString(minute, RADIX);
    String press = open + ":" + computeMac(chat, open);
    if (press.length() > MAX_BYTES || !SHAPE.matcher(press).matches()) {
      throw new IllegalArgumentException("no press: " + press);
    }
    return press;
  }

  /// What a press says that came from a chat.
  public Press verify(ChatId chat, String press) {
    Matcher shape = SHAPE.matcher(press);
    if (press.length() > MAX_BYTES || !shape.matches() || !isAuthentic(chat, shape)) {
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
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /// What a press turned out to be.
  public sealed interface Press {
    /// As we made it, not long ago.
    record Valid(String verb, List<String> arguments) implements Press {
      public Valid {
        arguments = List.copyOf(arguments);
      }
    }

    /// Ours, but older than a day.
    record Expired() implements Press {}

    /// Not ours, or not of this chat.
    record Forged() implements Press {}
  }
}
