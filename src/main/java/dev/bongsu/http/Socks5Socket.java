package dev.bongsu.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A socket that connects through a SOCKS5 proxy (RFC 1928), with its user and password if it asks
/// for them (RFC 1929). Java's own takes those from one authenticator of the whole process.
final class Socks5Socket extends Socket {
  private static final int VERSION = 5;
  private static final int NO_AUTHENTICATION = 0;
  private static final int USER_AND_PASSWORD = 2;
  private static final int AUTHENTICATION_VERSION = 1;
  private static final int CONNECT = 1;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;
  private static final int MAX_FIELD_BYTES = 255;

  private final ProxyServer proxy;
  private final boolean byName;

  /// Not connected yet.
  ///
  /// @param byName whether the proxy gets the name of a host even if its address is known
  Socks5Socket(ProxyServer proxy, boolean byName) {
    this.proxy = proxy;
    this.byName = byName;
  }

  @Override
  public void connect(SocketAddress target) throws IOException {
    connect(target, 0);
  }

  /// Connects to the proxy, and has it connect to the target.
  ///
  /// @throws ConnectException if the proxy does not connect: nothing was sent to the target
  @Override
  public void connect(SocketAddress target, int timeoutMillis) throws IOException {
    super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeoutMillis);
    int silence = getSoTimeout();
    setSoTimeout(timeoutMillis);
    try {
      authenticate();
      request((InetSocketAddress) target);
    } catch (IOException e) {
      close();
      throw e instanceof ConnectException known ? known : failure("answers nothing usable", e);
    }
    setSoTimeout(silence);
  }

  private void authenticate() throws IOException {
    boolean knowsUser = proxy.credentials() != null;
    send(
        knowsUser
            ? new byte[] {VERSION, 2, NO_AUTHENTICATION, USER_AND_PASSWORD}
            : new byte[] {VERSION, 1, NO_AUTHENTICATION});
    byte[] choice = receive(2);
    if (choice[0] != VERSION) {
      throw failure("is not a SOCKS5 proxy", null);
    }
    if (choice[1] == USER_AND_PASSWORD && knowsUser) {
      sendCredentials();
    } else if (choice[1] != NO_AUTHENTICATION) {
      throw failure(knowsUser ? "accepts no password" : "wants a user and password", null);
    }
  }

  private void sendCredentials() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(AUTHENTICATION_VERSION);
    writeField(message, proxy.user());
    writeField(message, proxy.password());
    send(message.toByteArray());
    if (receive(2)[1] != 0) {
      throw failure("refuses the user or password", null);
    }
  }

  private void request(InetSocketAddress target) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(new byte[] {VERSION, CONNECT, 0});
    writeAddress(message, target);
    message.write(target.getPort() >> 8);
    message.write(target.getPort());
    send(message.toByteArray());
    byte[] reply = receive(4);
    if (reply[1] != 0) {
      throw failure("cannot connect (reply %d)".formatted(reply[1]), null);
    }
    int length = reply[3] == NAME ? receive(1)[0] & 0xFF : reply[3] == IPV6 ? 16 : 4;
    receive(length + 2);
  }

  private void writeAddress(ByteArrayOutputStream message, InetSocketAddress target)
      throws IOException {
    InetAddress address = byName ? literal(target.getHostString()) : target.getAddress();
    if (address == null) {
      message.write(NAME);
      writeField(message, target.getHostString());
    } else {
      message.write(address instanceof Inet4Address ? IPV4 : IPV6);
      message.writeBytes(address.getAddress());
    }
  }

  private static @Nullable InetAddress literal(String host) {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException _) {
      return null; // a name
    }
  }

  private void writeField(ByteArrayOutputStream message, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_FIELD_BYTES) {
      throw failure("takes no text of more than 255 bytes", null);
    }
    message.write(bytes.length);
    message.writeBytes(bytes);
  }

  private void send(byte[] message) throws IOException {
    getOutputStream().write(message);
  }

  private byte[] receive(int length) throws IOException {
    byte[] bytes = new byte[length];
    new DataInputStream(getInputStream()).readFully(bytes);
    return bytes;
  }

  private ConnectException failure(String problem, @Nullable IOException cause) {
    ConnectException failure = new ConnectException("the proxy %s %s".formatted(proxy, problem));
    failure.initCause(cause);
    return failure;
  }
}
