package p2pgossip.original;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import p2pgossip.original.ScriptedServer.Reaction;

/// Answers like a peer that knows no other, unless a test wants something else. It sends nothing by
/// itself.
public final class ScriptedPeer implements AutoCloseable {

  private final Map<String, Reaction> exceptions = new ConcurrentHashMap<>();
  private final Map<String, Reaction> nextTime = new ConcurrentHashMap<>();
  private final ScriptedServer server = new ScriptedServer(this::react);
  private final Introduction self =
      new Introduction(Instant.now(), Duration.ofSeconds(5), endpoint().port(), null);

  private Reaction react(HttpMessage request) {
    Reaction once = nextTime.remove(request.what());
    if (once != null) {
      return once;
    }
    Reaction exception = exceptions.get(request.what());
    return exception != null ? exception : asAPeer(request);
  }

  private Reaction asAPeer(HttpMessage request) {
    return switch (request.what()) {
      case "GET /" -> ScriptedServer.json(self.json());
      case "GET /known_peers" -> ScriptedServer.json("{}");
      case "POST /message" -> ScriptedServer.json(request.text());
      case "POST /connect" ->
          ScriptedServer.answer(HttpMessage.ok("text/plain; charset=utf-8", "You are welcome"));
      default -> ScriptedServer.answer(HttpMessage.empty(404));
    };
  }

  /// From now on reacts differently to one kind of request.
  ///
  /// @param what as in `POST /message`
  public ScriptedPeer on(String what, Reaction reaction) {
    exceptions.put(what, reaction);
    return this;
  }

  /// Reacts differently to the next request of a kind, and to no other.
  public void onceOn(String what, Reaction reaction) {
    nextTime.put(what, reaction);
  }

  /// From now on claims to know these.
  ///
  /// @param entries as [#entry] gives them
  public ScriptedPeer listing(String... entries) {
    return on("GET /known_peers", ScriptedServer.json("{" + String.join(",", entries) + "}"));
  }

  /// From now on reacts as a peer again.
  public void behave(String what) {
    exceptions.remove(what);
  }

  public Endpoint endpoint() {
    return server.endpoint();
  }

  public Introduction self() {
    return self;
  }

  /// Its entry in the list of a peer that knows it.
  public String entry() {
    return entry(endpoint(), self);
  }

  public static String entry(Endpoint endpoint, Introduction peer) {
    return "\"" + endpoint + "\":" + peer.json();
  }

  /// Every request, in order.
  public List<HttpMessage> requests() {
    return server.requests();
  }

  /// The requests, in order, as in `POST /message`.
  public List<String> asked() {
    return requests().stream().map(HttpMessage::what).toList();
  }

  /// How often a request came.
  public long count(String what) {
    return asked().stream().filter(what::equals).count();
  }

  @Override
  public void close() {
    server.close();
  }
}
