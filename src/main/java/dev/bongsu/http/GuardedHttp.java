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
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches untrusted addresses, from publishers and users.
///
/// Scheme, port and address are checked at every redirect, on the address that the client connects
/// to. Size, header size and total time are bounded. Cookies live for the redirects of one request.
/// No referer, no retries, one connection to a host at a time and 64 in all.
///
/// Threads: safe for any number; a call blocks its (virtual) thread.
public final class GuardedHttp implements AutoCloseable {
  private static final int MAX_REDIRECTS = 5;

  private final HttpSettings settings;
  private final InstantSource clock;
  private static final Logger LOG = LoggerFactory.getLogger(GuardedHttp.class);

  private final IntSupplier activeChats;
  private final AddressGuard guard;
  private final MemoryBudget memory;
  private final Proxies proxies;
  private final HttpConnections connections;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("http-watchdog").factory());

  /// A client without a proxy.
  ///
  /// @param activeChats as for one with a proxy
  public GuardedHttp(HttpSettings settings, InstantSource clock, IntSupplier activeChats) {
    this(settings, Proxies.none(), clock, activeChats);
  }

  GuardedHttp(
      HttpSettings settings, InstantSource clock, IntSupplier activeChats, DnsResolver names) {
    this(settings, Proxies.none(), clock, activeChats, names);
  }

  /// A client with its own connections.
  ///
  /// @param activeChats the number of active chats, sent to publishers in the User-Agent
  public GuardedHttp(
      HttpSettings settings, Proxies proxies, InstantSource clock, IntSupplier activeChats) {
    this(settings, proxies, clock, activeChats, SystemDefaultDnsResolver.INSTANCE);
  }

  GuardedHttp(
      HttpSettings settings,
      Proxies proxies,
      InstantSource clock,
      IntSupplier activeChats,
      DnsResolver names) {
    this.proxies = proxies;
    this.settings = settings;
    this.clock = clock;
    this.activeChats = activeChats;
    this.guard = new AddressGuard(settings.allow(), names);
    this.memory = new MemoryBudget(Runtime.getRuntime().maxMemory());
    this.connections = new HttpConnections(settings, guard, proxies.resolvesNames());
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
    Fetch fetch = new Fetch(request, deadlineNanos, reader, new BasicCookieStore());
    return Target.of(request.address())
        .map(start -> follow(fetch, start))
        .orElseGet(() -> new HttpOutcome.Refused("not an http or https address"));
  }

  private HttpOutcome follow(Fetch fetch, Target start) {
    Target target = start;
    URI movedTo = null;
    boolean movesForGood = true;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      Target trusted = start.isSameOriginAs(target) ? start : null;
      HopResult step = fetchHop(fetch, target, trusted);
      switch (step) {
        case HopResult.Stopped(HttpOutcome outcome) -> {
          return outcome;
        }
        case HopResult.Responded(Exchange.RawResponse answer) when answer.location().isEmpty() -> {
          return response(answer, target, movedTo);
        }
        case HopResult.Responded(Exchange.RawResponse answer) -> {
          Optional<Target> next = redirectTarget(target, answer);
          if (next.isEmpty() || !fetch.request().allowsRedirect().test(next.get().address())) {
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
        retryAt(answer.status(), headers, now),
        Freshness.of(headers, now));
  }

  /// A server that counts requests says when there are more, also beside its last good answer.
  private static @Nullable Instant retryAt(int status, Headers headers, Instant now) {
    Instant asked = RateHints.retryAfter(headers, now);
    if (asked != null) {
      return asked;
    }
    RateHints hints = RateHints.of(headers, now);
    boolean limited = status == 429 || status == 503 || status == 420;
    return limited || hints.isUsedUp() ? hints.reset() : null;
  }

  /// One hop.
  ///
  /// @param trusted the target whose credentials may be sent; null for none
  private HopResult fetchHop(Fetch fetch, Target target, @Nullable Target trusted) {
    Optional<String> objection = guard.refusalReason(target);
    if (objection.isPresent()) {
      return new HopResult.Stopped(new HttpOutcome.Refused(objection.get()));
    }
    String userInfo =
        target.userInfo() == null && trusted != null ? trusted.userInfo() : target.userInfo();
    String agent = UserAgent.of(settings.userAgent(), activeChats.getAsInt());
    Exchange exchange = Exchange.of(target, fetch.request(), agent, userInfo);
    if (trusted != null) {
      exchange.addHeaders(fetch.request().headers());
    }
    return execute(exchange, target, fetch);
  }

  private HopResult execute(Exchange exchange, Target target, Fetch fetch) {
    ProxyServer proxy = proxies.forTarget(target.address()).orElse(null);
    long deadlineNanos = fetch.deadlineNanos();
    // no timeout of the client ends a response that arrives one byte at a time
    ScheduledFuture<?> abort =
        watchdog.schedule(exchange::abort, deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    guard.setLookupDeadline(deadlineNanos);
    try {
      return new HopResult.Responded(connections.execute(exchange, target, proxy, fetch));
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
      return new HopResult.Stopped(new HttpOutcome.Failed(NetworkErrors.describe(e, proxy, late)));
    } finally {
      abort.cancel(false);
    }
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    guard.close();
    connections.close();
  }

  /// The result of one hop.
  private sealed interface HopResult {
    /// A response, perhaps a redirect.
    record Responded(Exchange.RawResponse answer) implements HopResult {}

    /// No response to follow.
    record Stopped(HttpOutcome outcome) implements HopResult {}
  }
}
