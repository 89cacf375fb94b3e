package dev.bongsu.http;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/// Reads a complete body, decompressed. Stops early at sizes that no honest server sends.
final class BodyReader {
  private static final byte[] GZIP_START = {0x1f, (byte) 0x8b, 8};
  private static final byte[] ZSTD_START = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
  private static final int PEEKED_BYTES = 64;
  private static final int MAX_LAYERS = 3;
  private static final int CHUNK_BYTES = 16 * 1024;
  private static final int MAX_COMPRESSION_RATIO = 100;

  /// 8 MiB: more need not be accepted (RFC 8878, 3.1.1.1.2), and the sender chooses.
  private static final int MAX_ZSTD_WINDOW_LOG = 23;

  private static final int MIN_BYTES_FOR_RATIO_CHECK = 1024 * 1024;

  private final long maxBytes;
  private final MemoryBudget.Share memory;

  BodyReader(long maxBytes, MemoryBudget.Share memory) {
    this.maxBytes = maxBytes;
    this.memory = memory;
  }

  /// Reads to the end.
  ///
  /// @param encoding the `Content-Encoding`; null for none
  /// @throws TooLargeException past the size cap, or if it decompresses to more than a hundred
  ///   times its size
  /// @throws MemoryBudget.ExhaustedException if too many large bodies arrive at the same time
  byte[] read(InputStream wire, @Nullable String encoding) throws IOException {
    CountingInputStream counted = new CountingInputStream(wire);
    try (InputStream plain = decompress(counted, encoding)) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK_BYTES];
      for (int read = plain.read(chunk); read >= 0; read = plain.read(chunk)) {
        body.write(chunk, 0, read);
        checkLimits(body.size(), counted.bytes);
        memory.grow(body.size());
      }
      return body.toByteArray();
    }
  }

  private void checkLimits(long plain, long packed) throws TooLargeException {
    if (plain > maxBytes) {
      throw new TooLargeException("larger than %d bytes".formatted(maxBytes));
    }
    if (plain > MIN_BYTES_FOR_RATIO_CHECK && plain / MAX_COMPRESSION_RATIO > packed) {
      throw new TooLargeException(
          "decompresses to more than %d times its size".formatted(MAX_COMPRESSION_RATIO));
    }
  }

  /// The content behind all codings, whatever the header says of them: servers announce codings
  /// that they do not use, use some that they do not announce, and pack twice.
  private static InputStream decompress(InputStream wire, @Nullable String encoding)
      throws IOException {
    String[] codings = (encoding == null ? "" : encoding).toLowerCase(Locale.ROOT).split(",");
    if (codings.length > MAX_LAYERS) {
      throw new TooLargeException("packed more than %d times".formatted(MAX_LAYERS));
    }
    InputStream content = wire;
    for (int last = codings.length - 1; last >= 0; last--) {
      content = decode(content, codings[last].strip());
    }
    return decode(content, "");
  }

  /// Takes off one coding. A known beginning decides, then the name. An unknown name changes
  /// nothing.
  private static InputStream decode(InputStream packed, String coding) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(packed, PEEKED_BYTES);
    byte[] start = stream.readNBytes(PEEKED_BYTES);
    stream.unread(start);
    if (startsWith(start, GZIP_START)) {
      return new GZIPInputStream(stream, CHUNK_BYTES);
    }
    if (startsWith(start, ZSTD_START)) {
      return new ZstdInputStream(stream).setLongMax(MAX_ZSTD_WINDOW_LOG);
    }
    if (start.length == 0 || isPlain(start)) {
      return stream;
    }
    return switch (coding) {
      case "br" -> new BrotliInputStream(stream);
      case "deflate" -> new InflaterInputStream(stream, new Inflater(!isZlib(start)));
      default -> stream;
    };
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length > start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /// Whether the text of a feed or page begins here, which no packed content does.
  private static boolean isPlain(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    return text.startsWith("<") || text.startsWith("{");
  }

  /// RFC 1950, 2.2; without this header it is bare deflate (RFC 1951), as some servers send it.
  private static boolean isZlib(byte[] start) {
    return start.length > 1
        && (start[0] & 0x0F) == 8
        && ((start[0] & 0xFF) * 256 + (start[1] & 0xFF)) % 31 == 0;
  }

  /// Counts the bytes from the network.
  private static final class CountingInputStream extends FilterInputStream {
    private long bytes;

    CountingInputStream(InputStream wire) {
      super(wire);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      bytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      bytes += Math.max(read, 0);
      return read;
    }

    /// Closing half-read content would read the rest of it.
    @Override
    public void close() {
      // the caller closes the stream
    }
  }

  /// The body is too large.
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String reason) {
      super(reason);
    }
  }
}
