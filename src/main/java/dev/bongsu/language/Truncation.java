package dev.bongsu.language;

/// Cuts texts.
public final class Truncation {
  private Truncation() {}

  /// The first UTF-16 units of a text, at most `maxLength`; a pair of surrogates is not divided.
  public static String head(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    boolean dividesPair = maxLength > 0 && Character.isHighSurrogate(text.charAt(maxLength - 1));
    return text.substring(0, dividesPair ? maxLength - 1 : maxLength);
  }
}
