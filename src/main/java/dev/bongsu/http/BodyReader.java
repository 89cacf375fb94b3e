package dev.bongsu.http;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/// Reads a complete body, decompressed. Stops early at sizes that no honest server sends.
final class BodyReader {
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

  private static InputStream decompress(CountingInputStream wire, @Nullable String encoding)
      throws IOException {
    if (encoding == null) {
      return wire;
    }
    String name = encoding.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals("identity")) {
      return wire;
    }
    PushbackInputStream start = new PushbackInputStream(wire);
    int first = start.read();
    if (first < 0) {
      return start; // an empty body is not compressed, whatever its header says
    }
    start.unread(first);
    return switch (name) {
      case "gzip", "x-gzip" -> new GZIPInputStream(start, CHUNK_BYTES);
      case "br" -> new BrotliInputStream(start);
      case "zstd" -> new ZstdInputStream(start).setLongMax(MAX_ZSTD_WINDOW_LOG);
      case "deflate" -> new InflaterInputStream(start);
      default -> throw new UnknownEncodingException();
    };
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

  /// An unsupported `Content-Encoding`.
  static final class UnknownEncodingException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
