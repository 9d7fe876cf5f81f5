package p2pgossip.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import p2pgossip.gossip.PeerAddress;

/// A server that does exactly what a test wants, right or wrong, on each connection.
final class ScriptedServer implements AutoCloseable {

  /// What happens on one connection, which is closed afterwards.
  interface Script {
    void run(Visitor visitor) throws IOException;
  }

  private final ServerSocket socket;
  private final List<Visitor> visitors = new CopyOnWriteArrayList<>();

  ScriptedServer(Script script) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> accept(script));
  }

  /// Answers the first request of every connection with these bytes, and closes it.
  static ScriptedServer saying(String bytes) throws IOException {
    return new ScriptedServer(
        visitor -> {
          visitor.readRequest();
          visitor.say(bytes);
        });
  }

  /// Answers with a body of this type, and closes the connection.
  static ScriptedServer saying(int status, String contentType, String body) throws IOException {
    return saying(answer(status, contentType, body));
  }

  static String answer(int status, String contentType, String body) {
    return "HTTP/1.1 "
        + status
        + " Said\r\nContent-Type: "
        + contentType
        + "\r\nContent-Length: "
        + body.getBytes(UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  private void accept(Script script) {
    while (!socket.isClosed()) {
      try {
        Visitor visitor = new Visitor(socket.accept());
        visitors.add(visitor);
        Thread.ofVirtual().start(() -> visitor.serve(script));
      } catch (IOException e) {
        // Closed by the test; the loop ends.
      }
    }
  }

  PeerAddress address() {
    return new PeerAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
  }

  /// The number of connections so far.
  int visits() {
    return visitors.size();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Visitor visitor : visitors) {
      visitor.connection.close();
    }
  }

  /// One connection, from the server's side.
  static final class Visitor {

    private final Socket connection;
    private final BufferedReader in;

    private Visitor(Socket connection) throws IOException {
      this.connection = connection;
      // One character is one byte, as bodies are counted.
      in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    }

    private void serve(Script script) {
      try (connection) {
        script.run(this);
      } catch (IOException e) {
        // The client left: so does the server.
      }
    }

    /// Reads a request and returns its body, empty if it has none.
    String readRequest() throws IOException {
      int length = 0;
      for (String line = in.readLine(); !"".equals(line); line = in.readLine()) {
        if (line == null) {
          throw new IOException("the client left");
        }
        if (line.startsWith("Content-Length: ")) {
          length = Integer.parseInt(line.substring(16));
        }
      }
      char[] body = new char[length];
      int count = 0;
      while (count < length) {
        count += in.read(body, count, length - count);
      }
      return new String(new String(body).getBytes(ISO_8859_1), UTF_8);
    }

    void say(String bytes) throws IOException {
      connection.getOutputStream().write(bytes.getBytes(UTF_8));
    }

    void say(byte[] bytes) throws IOException {
      connection.getOutputStream().write(bytes);
    }

    /// Sends nothing and waits until the client leaves.
    void waitForLeaving() throws IOException {
      while (in.read() >= 0) {}
    }
  }
}
