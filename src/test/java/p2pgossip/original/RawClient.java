package p2pgossip.original;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A connection on which a test sends anything.
public final class RawClient implements AutoCloseable {

  private static final int TIME_LIMIT = (int) Duration.ofSeconds(10).toMillis();

  private final Socket socket = new Socket();
  private final HttpReader reader;

  public RawClient(Endpoint to) throws IOException {
    this(to, Endpoint.onLoopback(0));
  }

  /// @param from the address that the other end sees; its port may be 0
  public RawClient(Endpoint to, Endpoint from) throws IOException {
    socket.setTcpNoDelay(true);
    socket.bind(new InetSocketAddress(from.ip(), from.port()));
    socket.connect(to.socketAddress(), TIME_LIMIT);
    socket.setSoTimeout(TIME_LIMIT);
    reader = new HttpReader(new BufferedInputStream(socket.getInputStream()), 1 << 20);
  }

  /// Sends one request, on a connection of its own.
  public static HttpMessage ask(Endpoint to, HttpMessage request) throws IOException {
    try (RawClient client = new RawClient(to)) {
      return client.ask(request);
    }
  }

  /// Sends `body` as JSON, on a connection of its own.
  public static HttpMessage post(Endpoint to, String path, String body) throws IOException {
    return ask(to, HttpMessage.request("POST", path, to).with("application/json", body));
  }

  public static HttpMessage get(Endpoint to, String path) throws IOException {
    return ask(to, HttpMessage.request("GET", path, to));
  }

  public HttpMessage ask(HttpMessage request) throws IOException {
    request.writeTo(socket.getOutputStream());
    return reader.response();
  }

  /// Sends bytes that need not be HTTP.
  public void send(String latin1) throws IOException {
    socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  public HttpMessage response() throws IOException {
    return reader.response();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
