package dev.bongsu.telegram;

import dev.bongsu.chat.Reached;
import dev.bongsu.chat.Secret;
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

/// The Bot API. Whatever happens to a call is an [Answer]; nothing that it says holds the token.
///
/// Threads: safe for any number.
public final class TelegramApi implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WRITE = Duration.ofSeconds(10);
  private static final Duration READ = Duration.ofSeconds(20);

  /// Shorter than any server waits before it closes (5 s is common): a send on a connection that
  /// was closed meanwhile is one of which nobody knows whether it arrived.
  private static final Duration IDLE = Duration.ofSeconds(3);

  private static final int PEEK_SECONDS = 3;
  private static final int AT_ONCE = 64;
  private static final int LONGEST_REASON = 300;

  private static final JsonMapper JSON = JsonMapper.shared();

  /// The answer to what need not be asked.
  static final Answer NOTHING = new Answer.Ok(MissingNode.getInstance());

  private final Secret token;
  private final OkHttpClient http;
  private final OkHttpTelegramClient calls;
  private final OkHttpClient pollHttp;
  private final OkHttpTelegramClient polls;

  /// Opens no connection yet.
  ///
  /// @param settings with a token
  /// @param longPoll how long a poll may wait for news
  public TelegramApi(TelegramSettings settings, Duration longPoll) {
    this.token = Objects.requireNonNull(settings.token());
    this.http = client();
    this.pollHttp =
        http.newBuilder()
            .dispatcher(dispatcher())
            .readTimeout(longPoll.plus(READ))
            .callTimeout(longPoll.plus(CONNECT).plus(READ))
            .build();
    TelegramUrl url = url(settings.apiUrl());
    this.calls = new OkHttpTelegramClient(http, token.reveal(), url);
    this.polls = new OkHttpTelegramClient(pollHttp, token.reveal(), url);
  }

  /// No redirects, because they would carry the token away.
  private static OkHttpClient client() {
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher())
        .connectionPool(new ConnectionPool(AT_ONCE, IDLE.toMillis(), TimeUnit.MILLISECONDS))
        .addInterceptor(new WrittenOnce())
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(CONNECT)
        .writeTimeout(WRITE)
        .readTimeout(READ)
        .callTimeout(CONNECT.plus(WRITE).plus(READ))
        .build();
  }

  /// With virtual threads, because the default ones keep a process alive for a minute.
  private static Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
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
  public Answer getMe() {
    return call(new GetMe());
  }

  /// Whether somebody has set a webhook: its `url` is blank if not.
  public Answer getWebhookInfo() {
    return call(new GetWebhookInfo());
  }

  /// Looks for updates as another program would: with a short wait, in which one that polls already
  /// comes back and is found. None is marked as received.
  public Answer peek() {
    return poll(GetUpdates.builder().limit(1).timeout(PEEK_SECONDS).build());
  }

  Answer poll(GetUpdates updates) {
    return execute(polls, updates);
  }

  Answer call(BotApiMethod<?> method) {
    return execute(calls, method);
  }

  private Answer execute(OkHttpTelegramClient client, BotApiMethod<?> method) {
    try {
      return read(client.execute(new Call(method)));
    } catch (TelegramApiException e) {
      String reason = "no answer: " + rootOf(e).getClass().getSimpleName();
      return Reached.perhaps(e)
          ? Answer.Failed.unread(reason, false)
          : Answer.Failed.unreached(reason);
    }
  }

  private Answer read(String body) {
    JsonNode answer = tree(body);
    if (answer.path("ok").asBoolean(false) && answer.has("result")) {
      return new Answer.Ok(answer.get("result"));
    }
    if (!answer.has("error_code")) {
      return Answer.Failed.strange();
    }
    return failed(answer);
  }

  /// A missing node if it is no JSON, such as a proxy's page of apology.
  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  private Answer.Failed failed(JsonNode answer) {
    int code = answer.path("error_code").asInt(0);
    String description = answer.path("description").asString("");
    String oneLine = description.replaceAll("\\s+", " ").replace(token.reveal(), "***");
    String reason = code + " " + oneLine.substring(0, Math.min(oneLine.length(), LONGEST_REASON));
    return new Answer.Failed(
        Failure.of(code),
        code,
        reason,
        answer.path("parameters").path("retry_after").asInt(0),
        SendVerdict.of(answer, reason));
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
    for (OkHttpClient client : List.of(pollHttp, http)) {
      client.dispatcher().cancelAll();
      client.dispatcher().executorService().shutdown();
    }
    http.connectionPool().evictAll();
  }
}
