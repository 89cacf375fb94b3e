package dev.bongsu.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/// A publisher's server on the loopback: says what a test tells it to, well-behaved or not, and
/// remembers every request. Speaks bytes itself, so that nothing is put right on the way.
public final class FeedServer implements AutoCloseable {
  private static final int MEGABYTE = 1024 * 1024;

  private final ServerSocket socket;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private FeedServer(ServerSocket socket) {
    this.socket = socket;
  }

  /// A server on a free port; answers 404 to everything until told otherwise.
  public static FeedServer start() {
    try {
      FeedServer server =
          new FeedServer(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
      Thread.ofVirtual().start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// For `bongsu.http.allow`.
  public String allow() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  public URI address(String path) {
    return URI.create("http://" + allow() + path);
  }

  /// What was asked for under a path (with its query, if any), oldest first.
  public List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  /// All that was asked, oldest first.
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public void serve(String path, String body, String contentType) {
    serve(path, body.getBytes(StandardCharsets.UTF_8), contentType);
  }

  public void serve(String path, byte[] body, String contentType) {
    answer(path, 200, body, "Content-Type: " + contentType);
  }

  /// Serves a body once for each validator: 304 to those who have it.
  public void serveWithEtag(String path, String body, String contentType, String etag) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    replies.put(
        path,
        (request, out) -> {
          boolean known = etag.equals(request.header("if-none-match"));
          out.write(
              known
                  ? message(304, new byte[0], "ETag: " + etag)
                  : message(200, bytes, "Content-Type: " + contentType, "ETag: " + etag));
        });
  }

  /// Asks for patience.
  public void serveTooMany(String path, String retryAfter) {
    answer(path, 429, new byte[0], "Retry-After: " + retryAfter);
  }

  public void redirect(String path, int status, String location) {
    answer(path, status, new byte[0], "Location: " + location);
  }

  /// Answers with any status and headers, each a whole line; a character is a byte.
  public void answer(String path, int status, byte[] body, String... headers) {
    byte[] message = message(status, body, headers);
    replies.put(path, (_, out) -> out.write(message));
  }

  /// Sends bytes as they are, status line included, and closes the connection.
  public void answerRaw(String path, byte[] message) {
    replies.put(path, (_, out) -> out.write(message));
  }

  /// Sends the start of an answer, then a byte every 20 ms for ever.
  public void drip(String path, String start, char drop) {
    replies.put(
        path,
        (_, out) -> {
          out.write(start.getBytes(StandardCharsets.ISO_8859_1));
          while (!awaitClose(20)) {
            out.write(drop);
            out.flush();
          }
        });
  }

  /// Sends the start of an answer, then one piece again and again, for ever.
  public void flood(String path, String start, String piece) {
    byte[] again = piece.getBytes(StandardCharsets.ISO_8859_1);
    replies.put(
        path,
        (_, out) -> {
          out.write(start.getBytes(StandardCharsets.ISO_8859_1));
          while (!awaitClose(0)) {
            out.write(again);
          }
        });
  }

  /// A small body that unpacks to many megabytes of blanks.
  public void serveGzipBomb(String path, int megabytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] blanks = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < megabytes; i++) {
        gzip.write(blanks);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answer(path, 200, packed.toByteArray(), "Content-Encoding: gzip", "Content-Type: text/xml");
  }

  private boolean awaitClose(long millis) throws IOException {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static byte[] message(int status, byte[] body, String... headers) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    String head = "HTTP/1.1 " + status + " x\r\n" + String.join("\r\n", headers);
    message.writeBytes((head + (headers.length == 0 ? "" : "\r\n")).getBytes(latin1()));
    message.writeBytes(("Content-Length: " + body.length + "\r\n\r\n").getBytes(latin1()));
    message.writeBytes(body);
    return message.toByteArray();
  }

  private static Charset latin1() {
    return StandardCharsets.ISO_8859_1;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> handle(connection));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void handle(Socket connection) {
    try (connection) {
      Request request = read(new BufferedInputStream(connection.getInputStream()));
      requests.add(request);
      OutputStream out = connection.getOutputStream();
      replies
          .getOrDefault(request.path(), (_, to) -> to.write(message(404, new byte[0])))
          .write(request, out);
      out.flush();
    } catch (IOException _) {
      // the client went away: often the point of the test
    }
  }

  private static Request read(InputStream in) throws IOException {
    String first = line(in);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new IOException("no HTTP");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    String[] parts = first.split(" ");
    return new Request(parts.length > 1 ? parts[1] : "", headers);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a client asked.
  ///
  /// @param path with the query
  /// @param headers by lower-case name; a character is a byte
  public record Request(String path, Map<String, String> headers) {

    /// The value of a header; blank if it did not come.
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /// How a path is answered.
  private interface Reply {
    void write(Request request, OutputStream out) throws IOException;
  }
}
