package dev.bongsu.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Documents in UTF-8 with a few bytes that are not.
final class LenientUtf8 {
  /// A sequence that is cut or out of place, against one that is right.
  private static final int MIN_VALID_PER_INVALID = 2;

  private LenientUtf8() {}

  /// Whether more of it is UTF-8 than is not.
  static boolean isMostlyUtf8(byte[] bytes) {
    Counts counts = new Counts();
    read(bytes, counts);
    return counts.valid >= counts.invalid * MIN_VALID_PER_INVALID;
  }

  /// The text; a byte out of place is read as windows-1252, a sequence cut short as U+FFFD.
  static String decode(byte[] bytes) {
    return read(bytes, new Counts());
  }

  private static String read(byte[] bytes, Counts counts) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    for (CoderResult result = decoder.decode(in, out, true);
        result.isError();
        result = decoder.decode(in, out, true)) {
      byte[] faulty = new byte[result.length()];
      in.get(faulty);
      counts.invalid++;
      out.put(faulty.length == 1 && in.hasRemaining() ? decodeByte(faulty) : "\uFFFD");
    }
    String text = out.flip().toString();
    counts.valid = text.chars().filter(c -> c >= 0x80).count() - counts.invalid;
    return text;
  }

  private static String decodeByte(byte[] faulty) {
    return new String(faulty, CharsetNames.FALLBACK);
  }

  /// Sequences of more than a byte.
  private static final class Counts {
    private long valid;
    private long invalid;
  }
}
