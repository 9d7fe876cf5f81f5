package p2pgossip.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A client that sends exactly the given bytes, right or wrong.
final class RawConnection implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;

  RawConnection(InetSocketAddress server) throws IOException {
    this(new Socket(server.getAddress(), server.getPort()));
  }

  /// @param socket connected, and closed with this
  RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  }

  static String post(String path, String json) {
    return post(path, "application/json", json);
  }

  static String post(String path, String contentType, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
        + contentType
        + "\r\nContent-Length: "
        + body.getBytes(UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  RawConnection send(String bytes) throws IOException {
    return send(bytes.getBytes(UTF_8));
  }

  RawConnection send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /// Reads one answer that has a body.
  RawAnswer answer() throws IOException {
    return answer(true);
  }

  /// Reads one answer without a body, for example to a HEAD.
  RawAnswer answerWithoutBody() throws IOException {
    return answer(false);
  }

  private RawAnswer answer(boolean withBody) throws IOException {
    String start = line();
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = withBody ? Integer.parseInt(headers.getOrDefault("content-length", "0")) : 0;
    return new RawAnswer(
        Integer.parseInt(start.split(" ")[1]), headers, new String(in.readNBytes(length), UTF_8));
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("closed after \"" + line + "\"");
      }
      line.write(octet);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  /// Reads that many bytes after the head.
  ///
  /// @throws EOFException when the end comes before
  String text(int length) throws IOException {
    byte[] text = in.readNBytes(length);
    if (text.length < length) {
      throw new EOFException("closed after \"" + new String(text, UTF_8) + "\"");
    }
    return new String(text, UTF_8);
  }

  /// Reads until the server closes the connection.
  String rest() throws IOException {
    return new String(in.readAllBytes(), UTF_8);
  }

  /// Whether something has arrived that was not read yet.
  boolean hasAnswer() throws IOException {
    return in.available() > 0;
  }

  /// Waits until the server closes the connection, and returns whether it sent nothing more before.
  boolean isClosedInSilence() throws IOException {
    return in.read() < 0;
  }

  /// Announces that nothing more is sent, and waits for a short time until the server closes too.
  void finish(int millis) throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(millis);
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (SocketTimeoutException _) {
      // It still sends something, such as events.
    }
  }

  /// Closes the connection before the test is over.
  void leave() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
