package dev.bongsu.telegram;

import dev.bongsu.chat.Secret;
import dev.bongsu.chat.SendCertainty;
import dev.bongsu.http.NetworkErrors;
import dev.bongsu.http.PlatformProxy;
import dev.bongsu.http.Proxies;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The Bot API. Every call returns an [ApiResult], whose texts never contain the token.
///
/// Threads: safe for any number.
public final class TelegramApi implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

  /// Shorter than any server keeps an idle connection (5 s is common): whether a send on a closed
  /// connection arrived would be unknown.
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(3);

  private static final int PEEK_SECONDS = 3;
  private static final int MAX_CONCURRENT_REQUESTS = 64;
  private static final int MAX_REASON_LENGTH = 300;

  private static final JsonMapper JSON = JsonMapper.shared();

  /// The result where no call is needed.
  static final ApiResult EMPTY_OK = new ApiResult.Ok(MissingNode.getInstance());

  private final Secret token;
  private final OkHttpClient callHttp;
  private final OkHttpTelegramClient callClient;
  private final OkHttpClient pollHttp;
  private final OkHttpTelegramClient pollClient;
  private final Duration longPoll;

  /// Requests go directly.
  ///
  /// @param longPoll likewise
  public TelegramApi(TelegramSettings settings, Duration longPoll) {
    this(settings, Proxies.none(), longPoll);
  }

  /// Opens no connection yet.
  ///
  /// @param settings with a token
  /// @param longPoll how long a poll may wait for updates
  public TelegramApi(TelegramSettings settings, Proxies proxies, Duration longPoll) {
    this.longPoll = longPoll;
    this.token = Objects.requireNonNull(settings.token());
    this.callHttp = PlatformProxy.route(client(), proxies, settings.apiUrl());
    this.pollHttp =
        callHttp
            .newBuilder()
            .dispatcher(dispatcher())
            .readTimeout(longPoll.plus(READ_TIMEOUT))
            .callTimeout(longPoll.plus(CONNECT_TIMEOUT).plus(READ_TIMEOUT))
            .build();
    TelegramUrl url = url(settings.apiUrl());
    this.callClient = new OkHttpTelegramClient(callHttp, token.reveal(), url);
    this.pollClient = new OkHttpTelegramClient(pollHttp, token.reveal(), url);
  }

  /// How long Telegram may hold a poll without updates.
  Duration longPoll() {
    return longPoll;
  }

  /// Follows no redirects, because they would leak the token.
  private static OkHttpClient client() {
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher())
        .connectionPool(
            new ConnectionPool(
                MAX_CONCURRENT_REQUESTS, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS))
        .addInterceptor(new NoRetryOnceWritten())
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(CONNECT_TIMEOUT)
        .writeTimeout(WRITE_TIMEOUT)
        .readTimeout(READ_TIMEOUT)
        .callTimeout(CONNECT_TIMEOUT.plus(WRITE_TIMEOUT).plus(READ_TIMEOUT))
        .build();
  }

  /// With virtual threads, because the default ones keep a process alive for a minute.
  private static Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
    dispatcher.setMaxRequests(MAX_CONCURRENT_REQUESTS);
    dispatcher.setMaxRequestsPerHost(MAX_CONCURRENT_REQUESTS);
    return dispatcher;
  }

  private static TelegramUrl url(URI base) {
    int usual = "https".equals(base.getScheme()) ? 443 : 80;
    return TelegramUrl.builder()
        .schema(base.getScheme())
        .host(base.getHost())
        .port(base.getPort() < 0 ? usual : base.getPort())
        .build();
  }

  /// The bot of the token: `id`, `username`.
  public ApiResult getMe() {
    return call(new GetMe());
  }

  /// The bot's webhook; its `url` is blank if there is none.
  public ApiResult getWebhookInfo() {
    return call(new GetWebhookInfo());
  }

  /// Polls for a few seconds without acknowledging updates, which fails with a conflict if another
  /// program polls too.
  public ApiResult peekUpdates() {
    return poll(GetUpdates.builder().limit(1).timeout(PEEK_SECONDS).build());
  }

  ApiResult poll(GetUpdates updates) {
    return execute(pollClient, updates);
  }

  ApiResult call(BotApiMethod<?> method) {
    return execute(callClient, method);
  }

  private ApiResult execute(OkHttpTelegramClient client, BotApiMethod<?> method) {
    try {
      return toResult(client.execute(new RawApiCall(method)));
    } catch (TelegramApiException e) {
      String reason = "no answer: " + NetworkErrors.describe(e);
      return SendCertainty.mayHaveReachedServer(e)
          ? ApiResult.Failed.unreadable(reason, false)
          : ApiResult.Failed.notReached(reason);
    }
  }

  private ApiResult toResult(String body) {
    JsonNode answer = parse(body);
    if (answer.path("ok").asBoolean(false) && answer.has("result")) {
      return new ApiResult.Ok(answer.get("result"));
    }
    if (!answer.has("error_code")) {
      return ApiResult.Failed.malformed();
    }
    return failed(answer);
  }

  /// A missing node if the body is not JSON, such as a proxy's error page.
  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  private ApiResult.Failed failed(JsonNode answer) {
    int code = answer.path("error_code").asInt(0);
    String description = answer.path("description").asString("");
    String oneLine = description.replaceAll("\\s+", " ").replace(token.reveal(), "***");
    String reason =
        code + " " + oneLine.substring(0, Math.min(oneLine.length(), MAX_REASON_LENGTH));
    return new ApiResult.Failed(
        FailureKind.of(code),
        code,
        reason,
        answer.path("parameters").path("retry_after").asInt(0),
        TelegramError.of(answer, reason));
  }

  /// Identifies the token without revealing it.
  String account() {
    return "telegram " + token.fingerprint();
  }

  /// Cancels the current poll, which fails.
  void cancelPoll() {
    pollHttp.dispatcher().cancelAll();
  }

  /// Cancels all calls, which fail.
  @Override
  public void close() {
    for (OkHttpClient client : List.of(pollHttp, callHttp)) {
      client.dispatcher().cancelAll();
      client.dispatcher().executorService().shutdown();
    }
    callHttp.connectionPool().evictAll();
  }
}
