package dev.bongsu.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/// Looks up names with a timeout.
///
/// The system's lookup cannot be interrupted and holds the platform's thread below a virtual one:
/// so it has threads of its own, as many as there are connections. Lookups that hang keep theirs;
/// when all do, further ones fail at once.
final class DnsLookup implements AutoCloseable {
  private static final int MAX_THREADS = 64;
  private static final int KEEP_IDLE_SECONDS = 30;

  private final DnsResolver resolver;
  private final ThreadLocal<Long> deadlineNanos = new ThreadLocal<>();
  private final ExecutorService executor =
      new ThreadPoolExecutor(
          0,
          MAX_THREADS,
          KEEP_IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("lookup-", 0).factory());

  DnsLookup(DnsResolver names) {
    this.resolver = names;
  }

  /// Sets the deadline of this thread's lookups.
  void setDeadline(long deadline) {
    deadlineNanos.set(deadline);
  }

  /// Whether this thread's lookups have no time left.
  boolean isPastDeadline() {
    Long deadline = deadlineNanos.get();
    return deadline != null && System.nanoTime() >= deadline;
  }

  InetAddress[] resolve(String host) throws UnknownHostException {
    try {
      Future<InetAddress[]> answer = executor.submit(() -> resolver.resolve(host));
      Long deadline = deadlineNanos.get();
      long left = deadline == null ? Long.MAX_VALUE : deadline - System.nanoTime();
      return answer.get(left, TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownHostException unknown
          ? unknown
          : new UnknownHostException(host);
    } catch (TimeoutException | RejectedExecutionException _) {
      throw new UnknownHostException(host);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
