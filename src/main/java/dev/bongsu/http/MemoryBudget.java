package dev.bongsu.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Bounds the memory that documents take at one time: their bytes while they arrive, and what a
/// parser makes of them. A document waits for its share, in order of arrival, and fails if it waits
/// too long. One that needs more than all there is waits until it is alone.
///
/// Threads: safe for any number. Each holds a share of arriving bytes when it waits for one to
/// parse, and never the other way round, so that no two wait for each other.
public final class MemoryBudget {
  /// What each response may hold without a share: most are smaller.
  static final int FREE_BYTES = 512 * 1024;

  private static final int ARRIVING_SHARE = 8;
  private static final int PARSING_SHARE = 4;
  private static final int UNIT_BYTES = 1024;

  /// Several copies of the text, in two bytes a character (measured with feeds of 10 MB).
  private static final long PARSED_BYTES_PER_BYTE = 8;

  /// An element with its text in a tree (measured: 110 to 270).
  private static final long PARSED_BYTES_PER_TAG = 300;

  private static final long MAX_PARSE_WAIT_SECONDS = 60;

  private final Pool arriving;
  private final Pool parsing;
  private final AtomicLong refused = new AtomicLong();

  /// A budget.
  ///
  /// @param heapBytes of the process
  MemoryBudget(long heapBytes) {
    this.arriving = new Pool(heapBytes / ARRIVING_SHARE);
    this.parsing = new Pool(heapBytes / PARSING_SHARE);
  }

  /// The bytes in use now.
  public long usedBytes() {
    return arriving.used() + parsing.used();
  }

  /// The bytes that may be in use at one time.
  public long maxBytes() {
    return UNIT_BYTES * ((long) arriving.units + parsing.units);
  }

  /// The documents since the start that waited too long.
  public long refused() {
    return refused.get();
  }

  Share open(long maxBodyBytes, long deadlineNanos) {
    return new Share(maxBodyBytes, deadlineNanos);
  }

  /// What one document holds until it is closed.
  final class Share implements AutoCloseable {
    private final long maxBodyBytes;
    private final long deadlineNanos;
    private int arrivingUnits;
    private int parsingUnits;

    private Share(long maxBodyBytes, long deadlineNanos) {
      this.maxBodyBytes = maxBodyBytes;
      this.deadlineNanos = deadlineNanos;
    }

    /// Call it for each size that a body reaches. Blocks when the body grows past what is free: a
    /// share of the largest size is taken at once, because documents that each wait for a little
    /// more would wait for each other.
    ///
    /// @throws ExhaustedException if none is free before the deadline
    void grow(long bytes) throws IOException {
      if (bytes > FREE_BYTES && arrivingUnits == 0) {
        arrivingUnits = take(arriving, maxBodyBytes, deadlineNanos - System.nanoTime());
      }
    }

    /// Call it before a body is parsed. Blocks.
    ///
    /// @throws ExhaustedException if no share is free within a minute
    void parse(byte[] body) throws IOException {
      long tags = 0;
      for (byte each : body) {
        tags += each == '<' ? 1 : 0;
      }
      long bytes = body.length * PARSED_BYTES_PER_BYTE + tags * PARSED_BYTES_PER_TAG;
      parsingUnits = take(parsing, bytes, TimeUnit.SECONDS.toNanos(MAX_PARSE_WAIT_SECONDS));
    }

    private int take(Pool pool, long bytes, long waitNanos) throws IOException {
      int units = Math.clamp(bytes / UNIT_BYTES, 1, pool.units);
      try {
        if (pool.free.tryAcquire(units, waitNanos, TimeUnit.NANOSECONDS)) {
          return units;
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
      refused.incrementAndGet();
      throw new ExhaustedException();
    }

    @Override
    public void close() {
      arriving.free.release(arrivingUnits);
      parsing.free.release(parsingUnits);
    }
  }

  /// A number of units that documents share, first come, first served.
  private static final class Pool {
    private final int units;
    private final Semaphore free;

    Pool(long bytes) {
      this.units = Math.clamp(bytes / UNIT_BYTES, 1, Integer.MAX_VALUE);
      this.free = new Semaphore(units, true);
    }

    long used() {
      return (long) UNIT_BYTES * (units - free.availablePermits());
    }
  }

  /// Too many large documents are in work.
  static final class ExhaustedException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
