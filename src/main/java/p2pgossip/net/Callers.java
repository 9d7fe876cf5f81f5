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

/// Who is connected to one server, so that nobody takes all its connections. Where all are taken,
/// one of a caller that has not proven itself gives way: of the source that has the most, the one
/// on which nothing has moved for the longest. Thread-safe.
final class Callers {

  /// Of the connections of one server, so many are kept for whoever comes while all others are
  /// taken.
  private static final int SPARE_PART = 16;

  private final int places;
  private final int friendsShare;
  private final Function<InetAddress, Source> sources;
  private final OwnConnections own;
  private final Intake intake;
  private final AtomicLong ticks = new AtomicLong();

  /// By the connection that HTTP is spoken on, which over TLS is another than the one that was
  /// accepted.
  private final Map<StreamConnection, Visit> spoken = new ConcurrentHashMap<>();

  private volatile Supplier<Set<Source>> friends = Set::of;

  // Guarded by this.
  private final Map<StreamConnection, Visit> open = new HashMap<>();

  /// @param limits of the server
  /// @param sources tells how an address counts
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

  /// Those whose sources have a share that nobody takes from them.
  ///
  /// @param sources asked when places are short; on any thread
  void befriend(Supplier<Set<Source>> sources) {
    friends = sources;
  }

  /// Takes note of a new connection, for which another may have to give way.
  Visit receive(StreamConnection connection) {
    Visit visit = new Visit(connection, sources, own, intake, tick());
    Optional<Visit> loser;
    synchronized (this) {
      loser = open.size() < places ? Optional.empty() : whoYields(visit.source());
      loser.ifPresent(lost -> open.remove(lost.connection()));
      open.put(connection, visit);
    }
    loser.ifPresent(Visit::cut);
    return visit;
  }

  private Optional<Visit> whoYields(Source newcomer) {
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
    // Of a friend, those that moved last are kept.
    return visits.reversed().stream()
        .filter(visit -> left.merge(visit.source(), -1, Integer::sum) < 0)
        .toList()
        .reversed();
  }

  /// HTTP is spoken on a connection, be it the one that was accepted or what TLS has made of it.
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

  /// How many are connected.
  synchronized int count() {
    return open.size();
  }

  /// How many of those have proven themselves.
  synchronized int countProven() {
    return (int) open.values().stream().filter(Visit::isProven).count();
  }

  long tick() {
    return ticks.incrementAndGet();
  }

  /// Tells the visits which of their requests have come and which are answered.
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

  /// What came in one go with the request before has been read already.
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
