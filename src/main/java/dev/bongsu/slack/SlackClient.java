package dev.bongsu.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import dev.bongsu.http.PlatformProxy;
import dev.bongsu.http.Proxies;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection to Slack's Web API, with timeouts and without automatic retries: the outbox
/// retries, and counts the attempts.
public final class SlackClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackClient.class);
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

  /// Shorter than any server keeps an idle connection (5 s is common): whether a post on a closed
  /// connection arrived would be unknown.
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(3);

  /// A connection that answers no ping for so long is broken.
  private static final Duration PING_INTERVAL = Duration.ofSeconds(10);

  private static final int MAX_IDLE_CONNECTIONS = 64;

  private final Slack slack;
  private final SlackSettings settings;
  private final Proxies proxies;

  public SlackClient(SlackSettings settings, Proxies proxies) {
    this.settings = settings;
    this.proxies = proxies;
    this.slack = connect(settings, proxies);
  }

  private static Slack connect(SlackSettings settings, Proxies proxies) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
    config.setHttpClientReadTimeoutMillis((int) SOCKET_TIMEOUT.toMillis());
    config.setHttpClientWriteTimeoutMillis((int) SOCKET_TIMEOUT.toMillis());
    config.setHttpClientCallTimeoutMillis((int) CALL_TIMEOUT.toMillis());
    // With statistics the library calls auth.test before the first call of each token.
    config.setStatsEnabled(false);
    // The library would take a proxy from the environment by rules of its own.
    config.setProxyUrl(null);
    // OkHttp would repeat a post when a reused connection breaks after the request was written.
    // Telegram's client keeps trying other addresses (NoRetryOnceWritten); Slack's has one name.
    var http =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .connectionPool(
                new ConnectionPool(
                    MAX_IDLE_CONNECTIONS, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS))
            .build();
    SlackHttpClient client =
        new SlackHttpClient(PlatformProxy.route(http, proxies, settings.apiUrl()));
    client.setConfig(config);
    return Slack.getInstance(config, client);
  }

  Slack slack() {
    return slack;
  }

  /// A client for the WebSocket of Socket Mode.
  OkHttpClient socketClient(URI address) {
    OkHttpClient plain =
        new OkHttpClient.Builder()
            // the default's threads keep a process alive for a minute
            .dispatcher(new Dispatcher(Executors.newVirtualThreadPerTaskExecutor()))
            .connectTimeout(SOCKET_TIMEOUT)
            .readTimeout(Duration.ZERO)
            .pingInterval(PING_INTERVAL)
            .build();
    return PlatformProxy.route(plain, proxies, address);
  }

  /// Host and port of the Web API.
  String authority() {
    return String.valueOf(settings.apiUrl().getAuthority());
  }

  SlackSettings settings() {
    return settings;
  }

  /// The Web API with the bot's token.
  MethodsClient methods() {
    return slack.methods(settings.botToken().reveal());
  }

  @Override
  public void close() {
    try {
      slack.close();
    } catch (Exception e) {
      LOG.debug("Closing the connections to Slack failed", e);
    }
  }
}
