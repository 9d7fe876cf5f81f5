package p2pgossip.peer;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Admission;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Farewell;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Source;
import p2pgossip.gossip.Tuning;
import p2pgossip.net.Page;
import p2pgossip.net.PeerService;
import p2pgossip.net.PeerWatch;
import p2pgossip.net.PeerWatcher;
import p2pgossip.profile.Meter;
import p2pgossip.profile.RequestKind;

/// What the server sees of one peer.
final class Doorway implements PeerService {

  private final EngineDriver driver;
  private final GossipEngine engine;
  private final Farewells farewells;
  private final Meter meter;
  private final Predicate<PeerAddress> losesFrom;
  private final Supplier<@Nullable Supplier<Page>> metrics;

  /// @param farewells hears who has read that this peer leaves
  /// @param losesFrom whether what somebody sends here is lost on purpose this time
  /// @param metrics the page of figures; null where there is to be none
  Doorway(
      EngineDriver driver,
      Farewells farewells,
      Meter meter,
      Predicate<PeerAddress> losesFrom,
      Supplier<@Nullable Supplier<Page>> metrics) {
    this.driver = driver;
    this.engine = driver.engine();
    this.farewells = farewells;
    this.meter = meter;
    this.losesFrom = losesFrom;
    this.metrics = metrics;
  }

  @Override
  public Introduction introduced(Caller caller, @Nullable PeerAddress from) {
    meter.received(RequestKind.HANDSHAKE);
    if (engine.isLeaving()) {
      farewells.read(from);
      return new Introduction(driver.self(), false, true);
    }
    if (from == null) {
      return new Introduction(driver.self(), null, false);
    }
    boolean knowsCaller = engine.knownPeers().tells(from);
    if (!knowsCaller) {
      driver.drive(now -> engine.noticed(caller, from, now));
    }
    return new Introduction(driver.self(), knowsCaller, false);
  }

  @Override
  public Map<PeerAddress, Peer> knownPeers() {
    meter.received(RequestKind.KNOWN_PEERS);
    return engine.knownPeers().announced();
  }

  @Override
  public ConnectAnswer connectRequested(Caller caller, Peer peer) {
    meter.received(RequestKind.CONNECT);
    return driver
        .driveFor(now -> engine.connectRequested(caller, peer, now), GossipEngine.Called::step)
        .<ConnectAnswer>map(
            called ->
                switch (called.admission()) {
                  case Admission.Admitted(PeerAddress reachedAt) ->
                      new ConnectAnswer.Welcome(reachedAt);
                  case Admission.Refused(String reason, boolean tryLater) ->
                      new ConnectAnswer.TurnedAway(tryLater, reason);
                })
        .orElseGet(() -> new ConnectAnswer.TurnedAway(true, "this peer is ending"));
  }

  @Override
  public Hearing messageReceived(Caller caller, Message message) {
    meter.received(RequestKind.MESSAGE);
    return driver
        .driveFor(now -> engine.received(caller, message, now), GossipEngine.Heard::step)
        .map(GossipEngine.Heard::hearing)
        .orElse(Hearing.UNSAID);
  }

  @Override
  public Reply.Exchanged rumorsAsked(Caller caller, PeerAddress from, Digest digest) {
    meter.received(RequestKind.RUMORS);
    return driver
        .driveFor(now -> engine.asked(caller, from, digest, now), GossipEngine.Asked::step)
        .map(GossipEngine.Asked::answer)
        .orElseGet(() -> new Reply.Exchanged(List.of(), Set.of()));
  }

  @Override
  public Farewell left(Caller caller, Peer leaver) {
    meter.received(RequestKind.LEAVE);
    return driver
        .driveFor(now -> engine.left(caller, leaver, now), GossipEngine.Left::step)
        .map(GossipEngine.Left::farewell)
        .orElse(Farewell.IGNORED);
  }

  @Override
  public PeerSettings settings() {
    return driver.settings();
  }

  @Override
  public PeerSettings tuned(Caller caller, @Nullable PeerAddress from, Tuning tuning) {
    meter.received(RequestKind.TUNING);
    driver.drive(now -> engine.tuned(caller, from, tuning, now));
    return driver.settings();
  }

  @Override
  public PeerSnapshot snapshot() {
    return driver.snapshot();
  }

  @Override
  public PeerWatch watch(PeerWatcher watcher) {
    return driver.watch(watcher);
  }

  @Override
  public Set<Source> friends() {
    return engine.knownPeers().announced().keySet().stream()
        .map(address -> Source.of(address.ip()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void turnedAway(InetAddress source, String reason) {
    driver.drive(now -> engine.turnedAway(source, reason, now));
  }

  @Override
  public @Nullable Supplier<Page> metrics() {
    return metrics.get();
  }

  @Override
  public boolean isLost(@Nullable PeerAddress caller) {
    return caller != null && losesFrom.test(caller);
  }

  @Override
  public void failed(String doing, Throwable cause) {
    driver.failed(doing, cause);
  }
}
