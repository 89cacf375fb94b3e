package dev.bongsu.testkit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A proxy on the loopback that leads names of a test to servers of the test, and remembers where
/// it was asked to connect.
public final class FakeProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final boolean socks;
  private final String credentials;
  private final Map<String, Integer> routes = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private FakeProxy(boolean socks, String credentials) {
    this.socks = socks;
    this.credentials = credentials;
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
      Thread.ofVirtual().start(this::accept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An HTTP proxy.
  ///
  /// @param credentials `user:password` that it wants; blank for none
  public static FakeProxy http(String credentials) {
    return new FakeProxy(false, credentials);
  }

  /// A SOCKS5 proxy.
  ///
  /// @param credentials likewise
  public static FakeProxy socks(String credentials) {
    return new FakeProxy(true, credentials);
  }

  /// For `bongsu.http.proxy`, with the credentials it wants.
  public String address() {
    return address(credentials);
  }

  /// For `bongsu.http.proxy`, with credentials of the test.
  public String address(String user) {
    return "%s://%s127.0.0.1:%d"
        .formatted(
            socks ? "socks5" : "http", user.isEmpty() ? "" : user + "@", socket.getLocalPort());
  }

  /// From now on a host and port is a server on the loopback.
  public FakeProxy route(String hostPort, int port) {
    routes.put(hostPort, port);
    return this;
  }

  /// The hosts with their ports that it was asked for, oldest first.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      if (socks) {
        serveSocks(client);
      } else {
        serveHttp(client);
      }
    } catch (IOException | RuntimeException _) {
      // one of the two went away
    }
  }

  private void serveSocks(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    OutputStream out = client.getOutputStream();
    in.readByte();
    List<Byte> methods = new ArrayList<>();
    for (byte each : in.readNBytes(in.readUnsignedByte())) {
      methods.add(each);
    }
    byte method = (byte) (credentials.isEmpty() ? 0 : 2);
    out.write(new byte[] {5, methods.contains(method) ? method : (byte) 0xFF});
    if (!methods.contains(method) || (method == 2 && !login(in, out))) {
      return;
    }
    in.readNBytes(3);
    String host = socksHost(in);
    connect(
        client,
        host + ":" + in.readUnsignedShort(),
        new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0},
        new byte[] {5, 4, 0, 1, 0, 0, 0, 0, 0, 0},
        new byte[0]);
  }

  private boolean login(DataInputStream in, OutputStream out) throws IOException {
    in.readByte();
    String user = text(in);
    boolean right = (user + ":" + text(in)).equals(credentials);
    out.write(new byte[] {1, (byte) (right ? 0 : 1)});
    return right;
  }

  private static String socksHost(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
      case 4 -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
      default -> text(in);
    };
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
  }

  private void serveHttp(Socket client) throws IOException {
    List<String> head = head(client.getInputStream());
    if (!isLetIn(head)) {
      client.getOutputStream().write(answer("407 Proxy Authentication Required"));
      return;
    }
    String[] request = head.getFirst().split(" ");
    if (request[0].equals("CONNECT")) {
      connect(client, request[1], answer("200 Connected"), answer("502 Bad Gateway"), new byte[0]);
      return;
    }
    URI target = URI.create(request[1]);
    head.set(0, request[0] + " " + request[1].replaceFirst("^\\w+://[^/]*", "") + " HTTP/1.1");
    head.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith("proxy-"));
    if (head.stream().noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("upgrade:"))) {
      head.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith("connection:"));
      head.add("Connection: close");
    }
    connect(
        client,
        target.getHost() + ":" + (target.getPort() < 0 ? 80 : target.getPort()),
        new byte[0],
        answer("502 Bad Gateway"),
        (String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private boolean isLetIn(List<String> head) {
    String wanted =
        Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return credentials.isEmpty()
        || head.stream()
            .anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: Basic " + wanted));
  }

  private static byte[] answer(String status) {
    String authenticate = status.startsWith("407") ? "Proxy-Authenticate: Basic realm=x\r\n" : "";
    boolean empty = !status.startsWith("200");
    return ("HTTP/1.1 "
            + status
            + "\r\n"
            + authenticate
            + (empty ? "Content-Length: 0\r\n" : "")
            + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> head(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c != '\n') {
        line.append((char) c);
      } else if (line.toString().isBlank()) {
        return lines;
      } else {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
    }
    throw new IOException("cut off");
  }

  /// @param first goes to the server before what the client sends
  private void connect(Socket client, String hostPort, byte[] ok, byte[] failed, byte[] first)
      throws IOException {
    asked.add(hostPort);
    Integer port = routes.get(hostPort);
    if (port == null) {
      client.getOutputStream().write(failed);
      return;
    }
    try (Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      open.add(server);
      client.getOutputStream().write(ok);
      server.getOutputStream().write(first);
      Thread.ofVirtual().start(() -> pump(client, server));
      if (first.length > 0) {
        closeAfterAnswer(server, client);
      }
      pump(server, client);
    }
  }

  /// The client must know that the next request needs a connection of its own.
  private static void closeAfterAnswer(Socket server, Socket client) throws IOException {
    List<String> head = head(server.getInputStream());
    if (!head.getFirst().contains(" 101 ")) {
      head.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith("connection:"));
      head.add("Connection: close");
    }
    String text = String.join("\r\n", head) + "\r\n\r\n";
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException _) {
      // the end of the conversation
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket each : open) {
        each.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
