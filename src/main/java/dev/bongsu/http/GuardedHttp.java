package dev.bongsu.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches untrusted addresses, from publishers and users.
///
/// Scheme, port and address are checked at every redirect, on the address that the client connects
/// to. Size, header size and total time are bounded. No cookies, no referer, no retries, one
/// connection to a host at a time and 64 in all.
///
/// Threads: safe for any number; a call blocks its (virtual) thread.
public final class GuardedHttp implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 64;
  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_HEADERS = 100;
  private static final int MAX_LINE_CHARS = 16 * 1024;
  private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(10);

  private final HttpSettings settings;
  private final InstantSource clock;
  private static final Logger LOG = LoggerFactory.getLogger(GuardedHttp.class);

  private final IntSupplier activeChats;
  private final AddressGuard guard;
  private final MemoryBudget memory;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("http-watchdog").factory());

  /// A client with its own connections.
  ///
  /// @param activeChats the number of active chats, sent to publishers in the User-Agent
  public GuardedHttp(HttpSettings settings, InstantSource clock, IntSupplier activeChats) {
    this(settings, clock, activeChats, SystemDefaultDnsResolver.INSTANCE);
  }

  GuardedHttp(
      HttpSettings settings, InstantSource clock, IntSupplier activeChats, DnsResolver names) {
    this.settings = settings;
    this.clock = clock;
    this.activeChats = activeChats;
    this.guard = new AddressGuard(settings.allow(), names);
    this.memory = new MemoryBudget(Runtime.getRuntime().maxMemory());
    this.client = client(connectionManager(guard, settings), settings.deadline());
  }

  private static PoolingHttpClientConnectionManager connectionManager(
      AddressGuard guard, HttpSettings settings) {
    Timeout silence = Timeout.of(settings.deadline());
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(guard)
        .setTlsSocketStrategy(new PinnedTls(settings.pins()))
        .setMaxConnTotal(MAX_CONNECTIONS)
        .setMaxConnPerRoute(1)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(CONNECT_TIMEOUT)
                .setSocketTimeout(silence)
                .build())
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(CONNECT_TIMEOUT).build())
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                // header bytes stay unchanged: validators are echoed byte for byte
                .charCodingConfig(
                    CharCodingConfig.custom().setCharset(StandardCharsets.ISO_8859_1).build())
                .http1Config(
                    Http1Config.custom()
                        .setMaxHeaderCount(MAX_HEADERS)
                        .setMaxLineLength(MAX_LINE_CHARS)
                        .build())
                .build())
        .build();
  }

  private static CloseableHttpClient client(
      PoolingHttpClientConnectionManager connections, Duration deadline) {
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(deadline))
                .setProtocolUpgradeEnabled(false)
                .setAuthenticationEnabled(false)
                .build())
        // feeds are polled every few minutes: a kept connection would be dead by then
        .setConnectionReuseStrategy((_, _, _) -> false)
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .build();
  }

  /// Fetches an address, following up to five redirects. For small documents: their bytes are not
  /// counted once this returns.
  public HttpOutcome get(HttpRequest request) {
    long deadlineNanos = System.nanoTime() + deadlineFor(request).toNanos();
    try (MemoryBudget.Share share = share(deadlineNanos)) {
      return get(request, deadlineNanos, share);
    }
  }

  /// Fetches an address and makes something of the outcome, within the memory for documents in
  /// work.
  ///
  /// @param parser of the outcome; its result should be smaller than the document
  public <R> R get(HttpRequest request, Function<HttpOutcome, R> parser) {
    long deadlineNanos = System.nanoTime() + deadlineFor(request).toNanos();
    try (MemoryBudget.Share share = share(deadlineNanos)) {
      HttpOutcome outcome = get(request, deadlineNanos, share);
      if (outcome instanceof HttpOutcome.Response response) {
        share.parse(response.bytes());
      }
      return parser.apply(outcome);
    } catch (IOException e) {
      LOG.warn("{}: not read: {}", HostStore.hostOf(request.address()), NetworkErrors.describe(e));
      return parser.apply(new HttpOutcome.Failed(NetworkErrors.describe(e)));
    }
  }

  /// The memory that documents in work share.
  public MemoryBudget memory() {
    return memory;
  }

  private MemoryBudget.Share share(long deadlineNanos) {
    return memory.open(settings.maxBody().toBytes(), deadlineNanos);
  }

  private HttpOutcome get(HttpRequest request, long deadlineNanos, MemoryBudget.Share share) {
    BodyReader reader = new BodyReader(settings.maxBody().toBytes(), share);
    return Target.of(request.address())
        .map(start -> follow(request, start, deadlineNanos, reader))
        .orElseGet(() -> new HttpOutcome.Refused("not an http or https address"));
  }

  private HttpOutcome follow(
      HttpRequest request, Target start, long deadlineNanos, BodyReader reader) {
    Target target = start;
    URI movedTo = null;
    boolean movesForGood = true;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      Target trusted = start.isSameOriginAs(target) ? start : null;
      HopResult step = fetchHop(request, target, trusted, deadlineNanos, reader);
      switch (step) {
        case HopResult.Stopped(HttpOutcome outcome) -> {
          return outcome;
        }
        case HopResult.Responded(Exchange.RawResponse answer) when answer.location().isEmpty() -> {
          return response(answer, target, movedTo);
        }
        case HopResult.Responded(Exchange.RawResponse answer) -> {
          Optional<Target> next = redirectTarget(target, answer);
          if (next.isEmpty() || !request.allowsRedirect().test(next.get().address())) {
            return new HttpOutcome.Refused(
                "redirected to "
                    + (next.isEmpty() ? "no http or https address" : "where it may not go"));
          }
          target = next.get();
          movesForGood &= answer.isPermanentRedirect();
          movedTo = movesForGood ? target.address() : movedTo;
        }
      }
    }
    return new HttpOutcome.Refused("redirected more than %d times".formatted(MAX_REDIRECTS));
  }

  private Duration deadlineFor(HttpRequest request) {
    Duration asked = request.deadline();
    Duration longest = settings.deadline();
    return asked == null || asked.compareTo(longest) > 0 ? longest : asked;
  }

  private static Optional<Target> redirectTarget(Target target, Exchange.RawResponse answer) {
    // the header's bytes are UTF-8 where they are not ASCII (browsers read them so)
    String location =
        new String(
            answer.location().orElse("").getBytes(StandardCharsets.ISO_8859_1),
            StandardCharsets.UTF_8);
    return WebAddress.resolve(target.address(), location).flatMap(Target::of);
  }

  private HttpOutcome response(Exchange.RawResponse answer, Target target, @Nullable URI movedTo) {
    Headers headers = answer.headers();
    Instant now = clock.instant();
    return new HttpOutcome.Response(
        answer.status(),
        target.address(),
        movedTo,
        headers,
        answer.body(),
        RetryAfter.parse(headers.first("retry-after"), now),
        Freshness.of(headers, now));
  }

  /// One hop.
  ///
  /// @param trusted the target whose credentials may be sent; null for none
  private HopResult fetchHop(
      HttpRequest request,
      Target target,
      @Nullable Target trusted,
      long deadlineNanos,
      BodyReader reader) {
    Optional<String> objection = guard.refusalReason(target);
    if (objection.isPresent()) {
      return new HopResult.Stopped(new HttpOutcome.Refused(objection.get()));
    }
    String userInfo =
        target.userInfo() == null && trusted != null ? trusted.userInfo() : target.userInfo();
    Exchange exchange =
        Exchange.of(target, request, UserAgent.of(activeChats.getAsInt()), userInfo);
    return execute(exchange, deadlineNanos, reader);
  }

  private HopResult execute(Exchange exchange, long deadlineNanos, BodyReader reader) {
    // no timeout of the client ends a response that arrives one byte at a time
    ScheduledFuture<?> abort =
        watchdog.schedule(exchange::abort, deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    guard.setLookupDeadline(deadlineNanos);
    try {
      return new HopResult.Responded(
          client.execute(exchange.get(), response -> exchange.read(response, reader)));
    } catch (AddressGuard.NotPublicException e) {
      return new HopResult.Stopped(new HttpOutcome.Refused(String.valueOf(e.getMessage())));
    } catch (MemoryBudget.ExhaustedException e) {
      LOG.warn("{}: not read: {}", exchange.get().getAuthority(), NetworkErrors.describe(e));
      return new HopResult.Stopped(new HttpOutcome.Failed(NetworkErrors.describe(e)));
    } catch (IOException | RuntimeException e) {
      boolean late = System.nanoTime() >= deadlineNanos;
      if (!late && e instanceof RuntimeException) {
        LOG.warn("Request to {} failed unexpectedly", exchange.get().getAuthority(), e);
      }
      return new HopResult.Stopped(new HttpOutcome.Failed(NetworkErrors.describe(e, late)));
    } finally {
      abort.cancel(false);
    }
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    guard.close();
    client.close(CloseMode.IMMEDIATE);
  }

  /// The result of one hop.
  private sealed interface HopResult {
    /// A response, perhaps a redirect.
    record Responded(Exchange.RawResponse answer) implements HopResult {}

    /// No response to follow.
    record Stopped(HttpOutcome outcome) implements HopResult {}
  }
}
