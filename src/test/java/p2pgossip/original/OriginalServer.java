package p2pgossip.original;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The server of the original: four paths, connections kept for 5 s, and every error without a
/// reason.
final class OriginalServer implements AutoCloseable {

  private static final int LONGEST_BODY = 32_768;
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);

  /// The peer behind it. Called from many threads.
  interface Owner {
    Introduction self();

    Map<Endpoint, Introduction> knownPeers();

    /// Accepts the caller, and returns its address from now on.
    Endpoint connected(Introduction caller);

    void heard(String message);
  }

  private final Owner owner;
  private final StopSign stopSign;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final SocketServer sockets;

  OriginalServer(ServerSocket listener, Owner owner, StopSign stopSign) {
    this.owner = owner;
    this.stopSign = stopSign;
    this.sockets = new SocketServer(listener, this::converse);
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  private void converse(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) KEEP_ALIVE.toMillis());
    HttpReader reader =
        new HttpReader(new BufferedInputStream(socket.getInputStream()), LONGEST_BODY);
    boolean more = true;
    while (more) {
      more = serveNext(socket, reader);
    }
  }

  /// @return whether the connection is kept
  private boolean serveNext(Socket socket, HttpReader reader) throws IOException {
    HttpMessage request;
    try {
      request = reader.request();
    } catch (HttpReader.Malformed e) {
      HttpMessage unreadable = new HttpMessage("", Map.of(), new byte[0]);
      record(socket.getInetAddress(), unreadable, e.status(), e.getMessage());
      HttpMessage.empty(e.status()).header("connection", "close").writeTo(socket.getOutputStream());
      return false;
    }
    if (request == null) {
      return false;
    }
    stopSign.pass();
    answer(socket.getInetAddress(), request).writeTo(socket.getOutputStream());
    return !request.endsConnection();
  }

  private HttpMessage answer(InetAddress source, HttpMessage request) {
    try {
      HttpMessage answer =
          switch (request.what()) {
            case "GET /" -> json(owner.self().json());
            case "GET /known_peers" -> json(list(owner.knownPeers()));
            case "POST /connect" -> connect(Introduction.read(jsonBody(request)));
            case "POST /message" -> message(Introduction.readMessage(jsonBody(request)));
            default -> HttpMessage.empty(404);
          };
      record(source, request, answer.status(), answer.status() == 200 ? null : "no such thing");
      return answer;
    } catch (Json.Refused e) {
      record(source, request, 400, e.why());
      return HttpMessage.empty(400);
    }
  }

  private void record(
      InetAddress source, HttpMessage request, int status, @Nullable String refusedBecause) {
    received.add(new Received(source, request, status, refusedBecause));
  }

  private HttpMessage connect(Introduction caller) {
    Endpoint endpoint = owner.connected(caller);
    return HttpMessage.ok(
        "text/plain; charset=utf-8",
        "You, " + endpoint + "  are now connected and a `known_peer`. ");
  }

  private HttpMessage message(String message) {
    owner.heard(message);
    return json("{\"message\":" + new Json.Text(message) + "}");
  }

  private static byte[] jsonBody(HttpMessage request) throws Json.Refused {
    if (!request.isJson()) {
      throw new Json.Refused("no JSON content type");
    }
    return request.body();
  }

  private static String list(Map<Endpoint, Introduction> peers) {
    return peers.entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue().json())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static HttpMessage json(String body) {
    return HttpMessage.ok("application/json", body);
  }

  @Override
  public void close() {
    sockets.close();
  }
}
