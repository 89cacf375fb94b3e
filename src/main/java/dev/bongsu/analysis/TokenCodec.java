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
  private static final int WRITTEN = 2;
  private static final int FORM = 4;
  private static final int MOST_BYTES = 16;
  private static final int LOW = 0x7F;
  private static final int MORE = 0x80;

  private final String normal;

  /// @param normal the text that the tokens are of
  TokenCodec(String normal) {
    this.normal = normal;
  }

  byte[] write(List<Token> tokens) {
    ByteBuffer bytes = ByteBuffer.allocate(size(tokens));
    int start = 0;
    int position = 0;
    for (Token token : tokens) {
      boolean ownForm = !token.form().equals(lower(token.start(), token.end()));
      bytes.put(
          (byte)
              ((token.noun() ? NOUN : 0)
                  | (token.written().isEmpty() ? 0 : WRITTEN)
                  | (ownForm ? FORM : 0)));
      // An analyser may go back: the sign is in the lowest bit.
      int step = token.start() - start;
      writeNumber(bytes, (step << 1) ^ (step >> 31));
      writeNumber(bytes, token.end() - token.start());
      writeNumber(bytes, token.position() - position);
      if (ownForm) {
        writeNumber(bytes, token.form().length());
        token.form().chars().forEach(letter -> writeNumber(bytes, letter));
      }
      start = token.start();
      position = token.position();
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static int size(List<Token> tokens) {
    return tokens.stream().mapToInt(token -> MOST_BYTES + 5 + token.form().length() * 3).sum();
  }

  List<Token> read(byte[] written) {
    ByteBuffer bytes = ByteBuffer.wrap(written);
    List<Token> tokens = new ArrayList<>(written.length / 4);
    int start = 0;
    int position = 0;
    while (bytes.hasRemaining()) {
      int flags = bytes.get();
      int step = readNumber(bytes);
      start += (step >>> 1) ^ -(step & 1);
      int end = start + readNumber(bytes);
      position += readNumber(bytes);
      String form = (flags & FORM) == 0 ? lower(start, end) : readForm(bytes);
      String exact = (flags & WRITTEN) == 0 ? "" : Token.writtenIn(normal.substring(start, end));
      tokens.add(new Token(form, exact, start, end, position, (flags & NOUN) != 0));
    }
    return tokens;
  }

  private static String readForm(ByteBuffer bytes) {
    char[] form = new char[readNumber(bytes)];
    for (int i = 0; i < form.length; i++) {
      form[i] = (char) readNumber(bytes);
    }
    return new String(form);
  }

  private String lower(int start, int end) {
    return normal.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static void writeNumber(ByteBuffer bytes, int number) {
    int rest = number;
    while ((rest & ~LOW) != 0) {
      bytes.put((byte) ((rest & LOW) | MORE));
      rest >>>= 7;
    }
    bytes.put((byte) rest);
  }

  private static int readNumber(ByteBuffer bytes) {
    int number = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.get();
      number |= (next & LOW) << shift;
      shift += 7;
    } while (next < 0);
    return number;
  }
}
