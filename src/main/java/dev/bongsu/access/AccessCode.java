package dev.bongsu.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A code that gives access: ten letters and digits, 49 bits.
///
/// @param text as it is shown and typed, with a hyphen in the middle
public record AccessCode(String text) {
  /// Without I, L, O, 0 and 1, which are easily confused.
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

  private static final int GROUP_LENGTH = 5;
  private static final Pattern TYPED = Pattern.compile("[A-Za-z2-9]{5}[-_]?[A-Za-z2-9]{5}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public static AccessCode random() {
    String characters =
        RANDOM
            .ints(2L * GROUP_LENGTH, 0, ALPHABET.length())
            .mapToObj(i -> ALPHABET.substring(i, i + 1))
            .collect(Collectors.joining());
    return new AccessCode(
        characters.substring(0, GROUP_LENGTH) + "-" + characters.substring(GROUP_LENGTH));
  }

  /// A typed code, in any letter case; empty if it is none (r108).
  public static Optional<AccessCode> parse(String text) {
    if (!TYPED.matcher(text).matches()) {
      return Optional.empty();
    }
    String characters = text.replaceAll("[-_]", "").toUpperCase(Locale.ROOT);
    return Optional.of(
        new AccessCode(
            characters.substring(0, GROUP_LENGTH) + "-" + characters.substring(GROUP_LENGTH)));
  }

  /// The form that is stored: the code itself is in no table.
  String hash() {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing", e);
    }
  }
}
