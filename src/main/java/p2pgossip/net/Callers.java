package p2pgossip.net;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;
import p2pgossip.gossip.FairShare;
import p2pgossip.gossip.Source;

/// The connections of one server, shared so that no caller takes them all. When all are taken, one
/// of a caller that has not proven itself gives way: from the source that has the most, the one
/// that has been idle the longest. Thread-safe.
final class Callers {

  /// One in this many of a server's connections is kept free for newcomers while all others are
  /// taken.
  private static final int SPARE_PART = 16;

  private final int places;
  private final int friendsShare;
  private final Function<InetAddress, Source> sources;
  private final OwnConnections own;
  private final Intake intake;
  private final AtomicLong ticks = new AtomicLong();

  /// By the connection that HTTP uses, which over TLS is not the one that was accepted.
  private final Map<StreamConnection, Visit> spoken = new ConcurrentHashMap<>();

  private volatile Supplier<Set<Source>> friends = Set::of;

  // Guarded by this.
  private final Map<StreamConnection, Visit> open = new HashMap<>();

  /// @param limits of the server
  /// @param sources determines how an address counts
  Callers(
      ServerLimits limits,
      Function<InetAddress, Source> sources,
      OwnConnections own,
      Intake intake) {
    this.sources = sources;
    places = limits.connections() - limits.connections() / SPARE_PART;
    friendsShare = limits.connections() / SPARE_PART;
    this.own = own;
    this.intake = intake;
  }

  /// Reserves a share for certain sources.
  ///
  /// @param sources called when connections are short, on any thread
  void befriend(Supplier<Set<Source>> sources) {
    friends = sources;
  }

  /// Adds a new connection, for which another may have to give way.
  Visit receive(StreamConnection connection) {
    Visit visit = new Visit(connection, sources, own, intake, tick());
    Optional<Visit> loser;
    synchronized (this) {
      loser = open.size() < places ? Optional.empty() : chooseToYield(visit.source());
      loser.ifPresent(lost -> open.remove(lost.connection()));
      open.put(connection, visit);
    }
    loser.ifPresent(Visit::cut);
    return visit;
  }

  private Optional<Visit> chooseToYield(Source newcomer) {
    List<Visit> mayYield =
        withoutFriends(
            open.values().stream()
                .filter(Visit::mayYield)
                .sorted(Comparator.comparingLong(Visit::lastMoved))
                .toList());
    Optional<Visit> heaviest = FairShare.whoYields(mayYield, Visit::source, newcomer);
    return heaviest
        .or(() -> mayYield.stream().filter(it -> it.source().equals(newcomer)).findFirst())
        .or(() -> mayYield.stream().findFirst());
  }

  private List<Visit> withoutFriends(List<Visit> visits) {
    Map<Source, Integer> left = new HashMap<>();
    friends.get().forEach(source -> left.put(source, friendsShare));
    // A friend keeps the connections that were active last.
    return visits.reversed().stream()
        .filter(visit -> left.merge(visit.source(), -1, Integer::sum) < 0)
        .toList()
        .reversed();
  }

  /// HTTP is spoken on a connection: the accepted one, or the TLS connection on top of it.
  void speaks(StreamConnection connection, Visit visit) {
    spoken.put(connection, visit);
  }

  /// A connection is closed. Idempotent.
  void left(StreamConnection connection, Visit visit) {
    visit.leave();
    spoken.values().remove(visit);
    synchronized (this) {
      open.remove(connection, visit);
    }
  }

  /// The number of connections.
  synchronized int count() {
    return open.size();
  }

  /// The number of connections whose callers have proven themselves.
  synchronized int countProven() {
    return (int) open.values().stream().filter(Visit::isProven).count();
  }

  long tick() {
    return ticks.incrementAndGet();
  }

  /// Reports to the visits when requests arrive and are answered.
  HttpHandler noting(HttpHandler next) {
    return exchange -> {
      Visit visit = visitOf(exchange);
      if (visit != null) {
        visit.headArrived();
        exchange.addExchangeCompleteListener(
            (ended, others) -> {
              visit.answered(tick());
              leaveOutEmptyLines(ended);
              others.proceed();
            });
      }
      next.handleRequest(exchange);
    };
  }

  private @Nullable Visit visitOf(HttpServerExchange exchange) {
    Visit visit = Visit.of(exchange);
    if (visit == null && exchange.getConnection() instanceof HttpServerConnection connection) {
      visit = spoken.get(connection.getChannel());
      if (visit != null) {
        visit.attachTo(exchange);
      }
    }
    return visit;
  }

  /// A request that came together with the one before has been read already.
  private static void leaveOutEmptyLines(HttpServerExchange exchange) {
    if (exchange.getConnection() instanceof HttpServerConnection connection) {
      PooledByteBuffer extra = connection.getExtraBytes();
      while (extra != null
          && extra.getBuffer().hasRemaining()
          && HeadConduit.isLineEnd(extra.getBuffer().get(extra.getBuffer().position()))) {
        extra.getBuffer().get();
      }
    }
  }
}
