package dev.bongsu.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bongsu.chat.Secret;
import dev.bongsu.slack.SlackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Slack on the loopback: a Web API that is strict about tokens, limits and markup, remembers every
/// call and answers as a test tells it to; [FakeSlackSocket] is its Socket Mode.
public final class FakeSlack implements AutoCloseable {
  public static final String BOT_TOKEN = "xoxb-1-2-fake";
  public static final String APP_TOKEN = "xapp-1-A1-2-fake";

  private final HttpServer server;
  private final FakeSlackSocket socket;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<SlackPost> posts = new CopyOnWriteArrayList<>();
  private final List<Call> ephemerals = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
  private final Map<String, String> locales = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> heldMethods = new ConcurrentHashMap<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile @Nullable SlidingWindowLimiter rates;
  private volatile @Nullable Reply outage;

  private volatile String scopes =
      "commands,chat:write,app_mentions:read,im:history,im:read,im:write,users:read";

  private FakeSlack(HttpServer server) {
    this.server = server;
    this.socket = FakeSlackSocket.open();
  }

  public static FakeSlack start() {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
      FakeSlack slack = new FakeSlack(HttpServer.create(any, 50));
      slack.server.createContext("/api/", slack::handle);
      slack.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      slack.server.start();
      return slack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SlackSettings settings() {
    return new SlackSettings(
        new Secret(BOT_TOKEN), new Secret(APP_TOKEN), new Secret(""), apiUrl());
  }

  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  /// From now on it holds the bot to a message a second in a channel, on this clock.
  public void enforceRates(InstantSource clock) {
    rates = new SlidingWindowLimiter(clock);
  }

  public int refusals() {
    return refusals.get();
  }

  public FakeSlackSocket socket() {
    return socket;
  }

  /// What the bot token may do, comma-separated.
  public void scopes(String granted) {
    scopes = granted;
  }

  /// What a user reads Slack in, as `ko-KR`; nobody has one until told.
  public void locale(String user, String locale) {
    locales.put(user, locale);
  }

  /// The next call of a method is answered so; several wait in line.
  public void answer(String method, Reply reply) {
    replies.computeIfAbsent(method, _ -> new ArrayDeque<>()).add(reply);
  }

  /// The next call of a method is answered by an error of Slack's.
  public void fail(String method, String error) {
    answer(method, new Reply(200, "{\"ok\":false,\"error\":\"%s\"}".formatted(error), Map.of()));
  }

  /// From now on every call is answered so; null for as ever.
  public void answerAll(@Nullable Reply reply) {
    outage = reply;
  }

  /// The next call of a method is taken, and never answered.
  public void dropConnection(String method) {
    answer(method, new Reply(0, "", Map.of()));
  }

  /// From now on calls of a method are taken and not answered, until the end of it.
  ///
  /// @return ends it, for all that wait and all that come
  public Runnable hold(String method) {
    CountDownLatch held = new CountDownLatch(1);
    heldMethods.put(method, held);
    return held::countDown;
  }

  private void awaitHold(String method) throws IOException {
    try {
      if (!heldMethods.getOrDefault(method, new CountDownLatch(0)).await(30, TimeUnit.SECONDS)) {
        throw new IOException("nobody ended the hold of " + method);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  public List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  /// Where the message of a press can be changed that one person alone sees.
  public URI responseUrl(String name) {
    return apiUrl().resolve("response/" + name);
  }

  /// What such a message was changed to, in order.
  public List<SlackPost> responses(String name) {
    return calls("response/" + name).stream()
        .map(call -> SlackPost.parse(call.fields().get("json")))
        .toList();
  }

  /// The messages that were accepted, oldest first.
  public List<SlackPost> posts() {
    return List.copyOf(posts);
  }

  /// The messages that were accepted in a channel.
  public List<SlackPost> posts(String channel) {
    return posts.stream().filter(post -> post.channel().equals(channel)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestURI().getPath().replaceFirst("^/api/", "");
      String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] body = exchange.getRequestBody().readAllBytes();
      String text = new String(body, StandardCharsets.UTF_8);
      Map<String, String> fields =
          text.startsWith("{") ? Map.of("json", text) : FormBody.parse(text);
      calls.add(new Call(method, token, fields));
      awaitHold(method);
      Reply reply = reply(method, token, fields);
      if (reply.status() == 0) {
        return;
      }
      reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private Reply reply(String method, String token, Map<String, String> fields) {
    Deque<Reply> waiting = replies.getOrDefault(method, new ArrayDeque<>());
    Reply told = outage == null ? waiting.poll() : outage;
    if (told != null) {
      return told;
    }
    if (method.startsWith("response/")) {
      return ok("");
    }
    String owner = method.equals("apps.connections.open") ? APP_TOKEN : BOT_TOKEN;
    if (!token.equals("Bearer " + owner)) {
      return error("invalid_auth");
    }
    return switch (method) {
      case "chat.postMessage" -> post(fields);
      case "chat.postEphemeral" -> postEphemeral(fields);
      case "chat.update" -> update(fields);
      case "views.publish", "views.open" -> view(fields);
      case "auth.test" ->
          new Reply(
              200,
              "{\"ok\":true,\"team\":\"Newsroom\",\"user\":\"bongsu\",\"user_id\":\"U0BOT\",\"team_id\":\"T1\"}",
              Map.of("X-OAuth-Scopes", scopes));
      case "users.info" -> user(fields.getOrDefault("user", ""));
      case "apps.connections.open" -> ok(",\"url\":\"%s\"".formatted(socket.address()));
      default -> error("unknown_method");
    };
  }

  private Reply post(Map<String, String> fields) {
    SlidingWindowLimiter held = rates;
    Duration wait =
        held == null
            ? Duration.ZERO
            : held.tryAcquire(
                new SlidingWindowLimiter.Limit(
                    fields.getOrDefault("channel", ""), 1, Duration.ofSeconds(1)));
    if (wait.isPositive()) {
      refusals.incrementAndGet();
      return new Reply(429, "", Map.of("Retry-After", "1"));
    }
    SlackPost post = SlackPost.of(fields);
    boolean unfurls =
        !"0false".contains(fields.getOrDefault("unfurl_links", "1"))
            || !"0false".contains(fields.getOrDefault("unfurl_media", "1"));
    if (unfurls && !post.hasLink()) {
      return error("unfurling_is_on");
    }
    if (!post.error().isEmpty()) {
      return error(post.error());
    }
    posts.add(post);
    return ok(",\"ts\":\"1700000000.%06d\"".formatted(posts.size()));
  }

  /// What one person alone was shown, oldest first.
  public List<SlackPost> ephemerals(String user) {
    return ephemerals.stream()
        .filter(call -> call.fields().get("user").equals(user))
        .map(call -> SlackPost.of(call.fields()))
        .toList();
  }

  private Reply postEphemeral(Map<String, String> fields) {
    String error = fields.containsKey("user") ? SlackPost.of(fields).error() : "invalid_arguments";
    if (!error.isEmpty()) {
      return error(error);
    }
    ephemerals.add(new Call("chat.postEphemeral", "", fields));
    return ok(",\"message_ts\":\"1800000000.%06d\"".formatted(ephemerals.size()));
  }

  /// The message of this id takes the new words.
  private Reply update(Map<String, String> fields) {
    SlackPost post = SlackPost.of(fields);
    int number = Integer.parseInt(fields.getOrDefault("ts", ".0").replaceFirst(".*[.]", ""));
    if (!post.error().isEmpty() || number < 1 || number > posts.size()) {
      return error(post.error().isEmpty() ? "message_not_found" : post.error());
    }
    posts.set(number - 1, post);
    return ok(",\"ts\":\"%s\"".formatted(fields.get("ts")));
  }

  private Reply view(Map<String, String> fields) {
    SlackPost view = SlackPost.view(fields.getOrDefault("view", "{}"));
    return view.error().isEmpty() ? ok("") : error("invalid_arguments");
  }

  private Reply user(String id) {
    String locale = locales.get(id);
    return locale == null
        ? error("missing_scope")
        : ok(",\"user\":{\"id\":\"%s\",\"locale\":\"%s\"}".formatted(id, locale));
  }

  private static Reply ok(String more) {
    return new Reply(
        200, "{\"ok\":true%s}".formatted(more), Map.of("Content-Type", "application/json"));
  }

  private static Reply error(String error) {
    return new Reply(200, "{\"ok\":false,\"error\":\"%s\"}".formatted(error), Map.of());
  }

  @Override
  public void close() {
    socket.close();
    server.stop(0);
  }

  /// One call of the Web API, with the token header as it came.
  public record Call(String method, String token, Map<String, String> fields) {}

  /// How a call is answered; status 0 drops the connection.
  public record Reply(int status, String body, Map<String, String> headers) {}
}
