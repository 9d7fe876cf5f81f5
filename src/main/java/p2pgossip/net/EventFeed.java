package p2pgossip.net;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.FairShare;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;

/// The readers of one peer's `GET /events`. The peer is watched only while there is a reader; each
/// event is stored and encoded once for all of them.
///
/// Undertow's `ServerSentEventHandler` is not used: its queues are unbounded, and it encodes each
/// event anew for each reader.
final class EventFeed implements AutoCloseable {

  private final PeerService service;
  private final EventLimits limits;
  private final BooleanSupplier open;
  private final EventLog log;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

  /// Held while the peer is called, which must not need it.
  private final Object watching = new Object();

  // Guarded by watching.
  private @Nullable PeerWatch watch;
  private @Nullable Moment latest;
  private boolean closed;

  /// @param open whether everybody is let in, even without the password
  EventFeed(PeerService service, EventLimits limits, BooleanSupplier open) {
    this.service = service;
    this.limits = limits;
    this.open = open;
    log = new EventLog(limits.events(), limits.weight());
  }

  /// The peer's state, and the number of the first event after it.
  record Moment(PeerSnapshot snapshot, long next) {}

  /// Answers a `GET /events`, for as long as the caller reads, or a `HEAD`.
  void open(HttpServerExchange exchange) {
    if (exchange.getRequestMethod().equals(Methods.HEAD)) {
      announce(exchange);
      exchange.endExchange();
      return;
    }
    Visit visit = Visit.of(exchange);
    EventStream stream = new EventStream(exchange, visit, this, limits);
    if (!add(stream, visit)) {
      Problems.send(
          exchange,
          StatusCodes.SERVICE_UNAVAILABLE,
          "this peer has as many readers as it allows ("
              + limits.listeners()
              + "); try again later");
      return;
    }
    if (visit != null) {
      visit.follow();
    }
    announce(exchange);
    exchange.dispatch(exchange.getIoThread(), stream::begin);
  }

  /// The proof of the answer covers its head; each event has its own.
  private static void announce(HttpServerExchange exchange) {
    Answers.prepare(exchange, StatusCodes.OK, MediaTypes.EVENT_STREAM, new byte[0]);
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
  }

  private boolean add(EventStream stream, @Nullable Visit visit) {
    synchronized (watching) {
      if (closed || (streams.size() >= limits.listeners() && !makeRoom(visit))) {
        return false;
      }
      if (watch == null) {
        watch = service.watch(new Watcher());
      }
      streams.add(stream);
      return true;
    }
  }

  /// A reader of a source that has more than its share gives way. A caller that has proven itself
  /// takes the place of any that has not.
  private boolean makeRoom(@Nullable Visit newcomer) {
    if (newcomer == null) {
      return false;
    }
    List<EventStream> mayYield =
        streams.stream()
            .filter(EventStream::mayYield)
            .sorted(Comparator.comparingLong(EventStream::begunAt))
            .toList();
    Optional<EventStream> loser =
        newcomer.isProven()
            ? mayYield.stream().findFirst()
            : FairShare.whoYields(mayYield, EventStream::source, newcomer.source());
    loser.ifPresent(
        lost -> {
          streams.remove(lost);
          lost.giveWay();
        });
    return loser.isPresent();
  }

  /// The stream has ended. Idempotent.
  void remove(EventStream stream) {
    synchronized (watching) {
      streams.remove(stream);
      if (streams.isEmpty() && watch != null) {
        watch.close();
        watch = null;
        latest = null;
        log.forget();
      }
    }
  }

  /// Whether a reader may continue: the password may have changed.
  boolean admits(@Nullable Admitted follower) {
    return follower == null ? open.getAsBoolean() : follower.lasts();
  }

  int followers() {
    return streams.size();
  }

  EventLog log() {
    return log;
  }

  /// The peer's current state.
  ///
  /// @throws IllegalStateException when there is no reader
  Moment now() {
    synchronized (watching) {
      if (watch != null) {
        watch.refresh();
      }
      Moment now = latest;
      latest = null;
      if (now == null) {
        throw new IllegalStateException("the peer did not show its state");
      }
      return now;
    }
  }

  void failed(Throwable cause) {
    service.failed("answering GET /events", cause);
  }

  /// Ends every stream in order, once all events have been sent. Returns at once. Idempotent.
  @Override
  public void close() {
    synchronized (watching) {
      closed = true;
    }
    streams.forEach(EventStream::end);
  }

  private final class Watcher implements PeerWatcher {

    /// Called only from within calls of this class, which hold the lock.
    @Override
    public void seen(PeerSnapshot snapshot) {
      latest = new Moment(snapshot, log.end());
    }

    @Override
    public void happened(GossipEvent event) {
      log.add(event);
      streams.forEach(EventStream::wake);
    }
  }
}
