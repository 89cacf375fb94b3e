package dev.bongsu.telegram;

import dev.bongsu.chat.Secret;
import dev.bongsu.chat.SendCertainty;
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

/// The Bot API. Whatever happens to a call is an [ApiResult]; nothing that it says holds the token.
///
/// Threads: safe for any number.
public final class TelegramApi implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

  /// Shorter than any server waits before it closes (5 s is common): a send on a connection that
  /// was closed meanwhile is one of which nobody knows whether it arrived.
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(3);

  private static final int PEEK_SECONDS = 3;
  private static final int MAX_CONCURRENT_REQUESTS = 64;
  private static final int MAX_REASON_LENGTH = 300;

  private static final JsonMapper JSON = JsonMapper.shared();

  /// The answer to what need not be asked.
  static final ApiResult EMPTY_OK = new ApiResult.Ok(MissingNode.getInstance());

  private final Secret token;
  private final OkHttpClient callHttp;
  private final OkHttpTelegramClient callClient;
  private final OkHttpClient pollHttp;
  private final OkHttpTelegramClient pollClient;

  /// Opens no connection yet.
  ///
  /// @param settings with a token
  /// @param longPoll how long a poll may wait for news
  public TelegramApi(TelegramSettings settings, Duration longPoll) {
    this.token = Objects.requireNonNull(settings.token());
    this.callHttp = client();
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

  /// No redirects, because they would carry the token away.
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

  /// Who the token belongs to: `id`, `username`.
  public ApiResult getMe() {
    return call(new GetMe());
  }

  /// Whether somebody has set a webhook: its `url` is blank if not.
  public ApiResult getWebhookInfo() {
    return call(new GetWebhookInfo());
  }

  /// Looks for updates as another program would: with a short wait, in which one that polls already
  /// comes back and is found. None is marked as received.
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
      String reason = "no answer: " + rootOf(e).getClass().getSimpleName();
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

  /// A missing node if it is no JSON, such as a proxy's page of apology.
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

  /// Tells this token's requests from another's.
  String account() {
    return "telegram " + token.fingerprint();
  }

  private static Throwable rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /// Ends a poll under way; it fails.
  void cancelPoll() {
    pollHttp.dispatcher().cancelAll();
  }

  /// Ends all calls under way; they fail.
  @Override
  public void close() {
    for (OkHttpClient client : List.of(pollHttp, callHttp)) {
      client.dispatcher().cancelAll();
      client.dispatcher().executorService().shutdown();
    }
    callHttp.connectionPool().evictAll();
  }
}
