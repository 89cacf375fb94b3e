package dev.bongsu.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A token or a password: it prints `***`, so that no log, message or exception shows it.
///
/// @param reveal the value itself; never log it
public record Secret(String reveal) {
  private static final int FINGERPRINT_BYTES = 6;

  /// Tells two secrets apart without revealing them: the beginning of a SHA-256 hash.
  public String fingerprint() {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(reveal.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
