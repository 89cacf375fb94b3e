package dev.bongsu.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bongsu.chat.Secret;
import dev.bongsu.telegram.TelegramSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A Telegram of one bot on the loopback: strict about tokens, markup, lengths, buttons and polls;
/// remembers every request. Says of chats and methods what a test tells it to.
public final class FakeTelegram implements AutoCloseable {
  /// The bot's name, written as its owner did.
  public static final String USERNAME = "BongsuBot";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, ApiResponse> methodResponses = new ConcurrentHashMap<>();
  private final TelegramMethods methods = new TelegramMethods();
  private volatile String token = "1234567890:" + "A".repeat(35);

  private FakeTelegram(HttpServer server) {
    this.server = server;
  }

  /// A Telegram on a free port. Polls that find nothing are held until there is something.
  public static FakeTelegram start() {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
      HttpServer server = HttpServer.create(address, 0);
      FakeTelegram telegram = new FakeTelegram(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", telegram::handle);
      server.start();
      return telegram;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// For a bot of this Telegram.
  public TelegramSettings settings() {
    return new TelegramSettings(new Secret(token()), url());
  }

  /// For `bongsu.telegram.api-url`.
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// For `bongsu.telegram.token`.
  public String token() {
    return token;
  }

  /// From now on another token is the right one.
  public void revokeToken() {
    token = "1234567890:" + "B".repeat(35);
  }

  /// From now on it holds the bot to its limits, on this clock.
  public void enforceRates(InstantSource clock) {
    methods.limits().enforce(clock);
  }

  /// How many messages came too soon.
  public int refusals() {
    return methods.limits().refusals();
  }

  /// From now on polls that find nothing are answered at once.
  public void answerEmptyPolls() {
    methods.updates().disableLongPolling();
  }

  /// A person says something in a private chat of the same number.
  public void say(long chat, String text) {
    update(
        """
        {"message": {"message_id": 1, "date": 1772409600, "text": %s,
          "chat": {"id": %d, "type": "private", "first_name": "Someone"},
          "from": {"id": %d, "is_bot": false, "first_name": "Someone", "language_code": "en"}}}
        """
            .formatted(JSON.writeValueAsString(text), chat, chat));
  }

  /// Something happened; it gets the next number if it brings none.
  public void update(String json) {
    methods.updates().add((ObjectNode) JSON.readTree(json));
  }

  /// How many updates the bot has not confirmed.
  public int unconfirmedUpdates() {
    return methods.updates().size();
  }

  /// What has arrived in a chat, in order.
  public List<SentMessage> sent(long chat) {
    return methods.messages().all().stream()
        .filter(one -> one.chat().equals(String.valueOf(chat)))
        .toList();
  }

  /// What has arrived in all chats, in order, but for the first messages.
  ///
  /// @param from how many to pass over
  public List<SentMessage> sentFrom(int from) {
    List<SentMessage> all = methods.messages().all();
    return all.subList(from, all.size());
  }

  /// What was asked for by a method's name, in lower case, in order.
  public List<Request> requests(String method) {
    return requests.stream().filter(request -> request.method().equals(method)).toList();
  }

  /// From now on messages to a chat are answered so, and do not arrive.
  public void respondWith(long chat, ApiResponse trouble) {
    methods.chatResponses().put(String.valueOf(chat), trouble);
  }

  /// From now on messages to a forum's topic are answered so, and do not arrive.
  public void respondWith(long chat, String topic, ApiResponse trouble) {
    methods.chatResponses().put(chat + "/" + topic, trouble);
  }

  /// From now on a method is answered so.
  ///
  /// @param method in lower case
  public void respondWith(String method, ApiResponse trouble) {
    methodResponses.put(method, trouble);
  }

  /// All troubles are over.
  public void clearResponses() {
    methods.chatResponses().clear();
    methodResponses.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      ApiResponse answer = answer(exchange.getRequestURI().getPath(), body);
      if (!answer.isDropped()) {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private ApiResponse answer(String path, String body) {
    String start = "/bot" + token + "/";
    if (!path.startsWith(start)) {
      return ApiResponse.of(401, "Unauthorized");
    }
    String method = path.substring(start.length()).toLowerCase(Locale.ROOT);
    JsonNode parameters = body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
    requests.add(new Request(method, parameters));
    ApiResponse trouble = methodResponses.get(method);
    try {
      return trouble == null ? methods.answer(method, parameters) : trouble;
    } catch (IllegalArgumentException e) {
      return ApiResponse.of(400, String.valueOf(e.getMessage()));
    }
  }

  /// From now on somebody is this in a chat: `creator`, `administrator`, `member`, `left` …
  public void setMember(long chat, long person, String status) {
    methods.directory().memberStatus(chat, person, status);
  }

  /// From now on a channel or group has this public name.
  public void setUsername(String name, long chat) {
    methods.directory().name(name, chat);
  }

  /// Somebody presses a button of a message; the button's label tells which.
  public void press(SentMessage message, String label, long person) {
    pressData(message, message.callbackData(label), person);
  }

  /// Somebody's client claims that a button of a message says this.
  public void pressData(SentMessage message, String data, long person) {
    update(TelegramButtons.callbackUpdate("press" + requests.size(), message, data, person));
  }

  static ApiResponse ok(String result) {
    return new ApiResponse(200, "{\"ok\": true, \"result\": %s}".formatted(result));
  }

  @Override
  public void close() {
    methods.updates().disableLongPolling();
    server.stop(0);
  }

  /// One call.
  ///
  /// @param method in lower case, however it was written
  public record Request(String method, JsonNode body) {}

  /// One message that arrived.
  ///
  /// @param thread the forum topic; blank for none
  /// @param text as people see it, without markup
  public record SentMessage(String chat, String thread, int id, String text, JsonNode body) {

    /// The labels of its buttons, in order.
    public List<String> buttons() {
      return TelegramButtons.of(body).stream().map(TelegramButtons.ShownButton::label).toList();
    }

    /// What a button says when it is pressed.
    public String callbackData(String label) {
      return TelegramButtons.of(body).stream()
          .filter(button -> button.label().equals(label))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no button " + label + " in " + buttons()))
          .data();
    }
  }

  /// An answer of a certain status and body.
  public record ApiResponse(int status, String body) {

    /// An error as the Bot API tells it.
    public static ApiResponse of(int code, String description) {
      return new ApiResponse(
          code,
          "{\"ok\": false, \"error_code\": %d, \"description\": %s}"
              .formatted(code, JSON.writeValueAsString(description)));
    }

    public static ApiResponse tooMany(int seconds) {
      return new ApiResponse(
          429,
          """
          {"ok": false, "error_code": 429, "description": "Too Many Requests: retry after %d",
            "parameters": {"retry_after": %d}}
          """
              .formatted(seconds, seconds));
    }

    /// The group has become a supergroup.
    public static ApiResponse movedTo(long chat) {
      return new ApiResponse(
          400,
          """
          {"ok": false, "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": {"migrate_to_chat_id": %d}}
          """
              .formatted(chat));
    }

    public static ApiResponse blocked() {
      return of(403, "Forbidden: bot was blocked by the user");
    }

    /// A proxy in front of Telegram apologises.
    public static ApiResponse badGateway() {
      return new ApiResponse(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
    }

    /// Nothing in it.
    public static ApiResponse empty() {
      return new ApiResponse(200, "");
    }

    /// The connection breaks before any answer.
    public static ApiResponse dropped() {
      return new ApiResponse(0, "");
    }

    private boolean isDropped() {
      return status == 0;
    }
  }
}
