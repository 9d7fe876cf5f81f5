package p2pgossip.original;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;

/// The client of the original: one connection for each request, which is closed afterwards; no user
/// agent; one time limit for all of it.
final class OriginalClient implements AutoCloseable {

  private static final int LONGEST_ANSWER = 64 * 1_024;

  private final Duration timeLimit;
  private volatile boolean closed;
  private volatile Socket current = new Socket();

  OriginalClient(Duration timeLimit) {
    this.timeLimit = timeLimit;
  }

  /// @throws Json.Refused when the answer can't be read
  Introduction handshake(Endpoint to) throws IOException, Json.Refused {
    return Introduction.read(jsonBody(ask(HttpMessage.request("GET", "/", to), to)));
  }

  /// @throws IOException when there is no answer; any answer will do
  void connect(Endpoint to, Introduction self) throws IOException {
    ask(HttpMessage.request("POST", "/connect", to).with("application/json", self.json()), to);
  }

  Map<Endpoint, Introduction> knownPeers(Endpoint to) throws IOException, Json.Refused {
    return Introduction.readKnown(
        jsonBody(ask(HttpMessage.request("GET", "/known_peers", to), to)));
  }

  void message(Endpoint to, String message) throws IOException, Json.Refused {
    String body = "{\"message\":" + new Json.Text(message) + "}";
    HttpMessage request = HttpMessage.request("POST", "/message", to);
    Introduction.readMessage(jsonBody(ask(request.with("application/json", body), to)));
  }

  private static byte[] jsonBody(HttpMessage answer) throws Json.Refused {
    if (answer.status() != 200) {
      throw new Json.Refused("answered " + answer.startLine());
    }
    if (!answer.isJson()) {
      throw new Json.Refused("no JSON content type: " + answer.headers().get("content-type"));
    }
    return answer.body();
  }

  private HttpMessage ask(HttpMessage request, Endpoint to) throws IOException {
    long deadline = System.nanoTime() + timeLimit.toNanos();
    try (Socket socket = new Socket()) {
      current = socket;
      if (closed) {
        throw new IOException("closed");
      }
      socket.connect(to.socketAddress(), DeadlineInput.millisUntil(deadline));
      request.writeTo(socket.getOutputStream());
      BufferedInputStream in = new BufferedInputStream(new DeadlineInput(socket, deadline));
      return new HttpReader(in, LONGEST_ANSWER).response();
    }
  }

  /// Breaks off the request in progress; later ones fail.
  @Override
  public void close() throws IOException {
    closed = true;
    current.close();
  }
}
