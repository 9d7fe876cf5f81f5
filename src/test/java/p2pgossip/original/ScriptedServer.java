package p2pgossip.original;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/// A server on `127.0.0.1` that reacts to each request as a test wants, including with rubbish.
public final class ScriptedServer implements AutoCloseable {

  /// The reaction to one request.
  public sealed interface Reaction {

    record Answer(HttpMessage message) implements Reaction {}

    /// The connection stays open, and nothing follows `latin1`.
    record Stall(String latin1) implements Reaction {
      public Stall() {
        this("");
      }
    }

    record HangUp() implements Reaction {}

    /// Bytes that need not be HTTP; then the connection is closed.
    record Bytes(String latin1) implements Reaction {}

    /// A beginning, and then more and more until the other end gives up.
    record Endless(String latin1, Supplier<String> more) implements Reaction {}
  }

  private final Function<HttpMessage, Reaction> script;
  private final ReservedPort port = new ReservedPort();
  private final List<HttpMessage> requests = new CopyOnWriteArrayList<>();
  private final SocketServer sockets;

  /// @param script called from many threads
  public ScriptedServer(Function<HttpMessage, Reaction> script) {
    this.script = script;
    try {
      sockets = new SocketServer(port.listen(), this::converse);
    } catch (IOException e) {
      port.close();
      throw new UncheckedIOException(e);
    }
  }

  /// A server that answers every request the same way.
  public static ScriptedServer always(Reaction reaction) {
    return new ScriptedServer(request -> reaction);
  }

  public static Reaction answer(HttpMessage message) {
    return new Reaction.Answer(message);
  }

  public static Reaction json(String body) {
    return answer(HttpMessage.ok("application/json", body));
  }

  private void converse(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    HttpReader reader = new HttpReader(new BufferedInputStream(socket.getInputStream()), 1 << 20);
    HttpMessage request = reader.request();
    while (request != null) {
      requests.add(request);
      if (!react(script.apply(request), socket) || request.endsConnection()) {
        return;
      }
      request = reader.request();
    }
  }

  /// @return whether the connection is kept
  private static boolean react(Reaction reaction, Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    return switch (reaction) {
      case Reaction.Answer(HttpMessage message) -> {
        message.writeTo(out);
        yield true;
      }
      case Reaction.Stall(String latin1) -> {
        out.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
        InputStream in = socket.getInputStream();
        while (in.read() >= 0) {
          // Until the other end closes the connection, or this server is closed.
        }
        yield false;
      }
      case Reaction.HangUp() -> false;
      case Reaction.Bytes(String latin1) -> {
        out.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
        yield false;
      }
      case Reaction.Endless(String latin1, Supplier<String> more) -> {
        out.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
        while (true) {
          out.write(more.get().getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    };
  }

  public Endpoint endpoint() {
    return port.endpoint();
  }

  /// Every request that could be read, in order.
  public List<HttpMessage> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    sockets.close();
    port.close();
  }
}
