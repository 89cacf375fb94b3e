package dev.bongsu.analysis;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Tokens as a few bytes each, to be read again ten times as fast as the analyser reads the text.
///
/// Of a token: a byte of flags, then as numbers of one to five bytes how far its start is from the
/// last one's, its length, how far its position is from the last one's, and its form if that is not
/// what stands in the text, in lower case.
final class TokenCodec {
  private static final int NOUN = 1;
  private static final int EXACT_FORM = 2;
  private static final int FORM = 4;
  private static final int MAX_FIXED_BYTES = 16;
  private static final int LOW_BITS = 0x7F;
  private static final int CONTINUATION_BIT = 0x80;

  private final String normal;

  /// @param normal the text that the tokens are of
  TokenCodec(String normal) {
    this.normal = normal;
  }

  byte[] encode(List<Token> tokens) {
    ByteBuffer bytes = ByteBuffer.allocate(maxSize(tokens));
    int start = 0;
    int position = 0;
    for (Token token : tokens) {
      boolean ownForm = !token.form().equals(lower(token.start(), token.end()));
      bytes.put(
          (byte)
              ((token.noun() ? NOUN : 0)
                  | (token.exactForm().isEmpty() ? 0 : EXACT_FORM)
                  | (ownForm ? FORM : 0)));
      // An analyser may go back: the sign is in the lowest bit.
      int step = token.start() - start;
      writeVInt(bytes, (step << 1) ^ (step >> 31));
      writeVInt(bytes, token.end() - token.start());
      writeVInt(bytes, token.position() - position);
      if (ownForm) {
        writeVInt(bytes, token.form().length());
        token.form().chars().forEach(letter -> writeVInt(bytes, letter));
      }
      start = token.start();
      position = token.position();
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static int maxSize(List<Token> tokens) {
    return tokens.stream().mapToInt(token -> MAX_FIXED_BYTES + 5 + token.form().length() * 3).sum();
  }

  List<Token> decode(byte[] written) {
    ByteBuffer bytes = ByteBuffer.wrap(written);
    List<Token> tokens = new ArrayList<>(written.length / 4);
    int start = 0;
    int position = 0;
    while (bytes.hasRemaining()) {
      int flags = bytes.get();
      int step = readVInt(bytes);
      start += (step >>> 1) ^ -(step & 1);
      int end = start + readVInt(bytes);
      position += readVInt(bytes);
      String form = (flags & FORM) == 0 ? lower(start, end) : readForm(bytes);
      String exact =
          (flags & EXACT_FORM) == 0 ? "" : Token.exactFormOf(normal.substring(start, end));
      tokens.add(new Token(form, exact, start, end, position, (flags & NOUN) != 0));
    }
    return tokens;
  }

  private static String readForm(ByteBuffer bytes) {
    char[] form = new char[readVInt(bytes)];
    for (int i = 0; i < form.length; i++) {
      form[i] = (char) readVInt(bytes);
    }
    return new String(form);
  }

  private String lower(int start, int end) {
    return normal.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static void writeVInt(ByteBuffer bytes, int number) {
    int rest = number;
    while ((rest & ~LOW_BITS) != 0) {
      bytes.put((byte) ((rest & LOW_BITS) | CONTINUATION_BIT));
      rest >>>= 7;
    }
    bytes.put((byte) rest);
  }

  private static int readVInt(ByteBuffer bytes) {
    int number = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.get();
      number |= (next & LOW_BITS) << shift;
      shift += 7;
    } while (next < 0);
    return number;
  }
}
