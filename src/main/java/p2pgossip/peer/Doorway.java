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
import p2pgossip.gossip.Digest;
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
  private final Meter meter;
  private final Predicate<PeerAddress> losesFrom;
  private final Supplier<@Nullable Supplier<Page>> metrics;

  /// @param losesFrom whether what somebody sends here is lost on purpose this time
  /// @param metrics the page of figures; null where there is to be none
  Doorway(
      EngineDriver driver,
      Meter meter,
      Predicate<PeerAddress> losesFrom,
      Supplier<@Nullable Supplier<Page>> metrics) {
    this.driver = driver;
    this.engine = driver.engine();
    this.meter = meter;
    this.losesFrom = losesFrom;
    this.metrics = metrics;
  }

  @Override
  public Peer self() {
    meter.received(RequestKind.HANDSHAKE);
    return driver.self();
  }

  @Override
  public Map<PeerAddress, Peer> knownPeers() {
    meter.received(RequestKind.KNOWN_PEERS);
    return engine.knownPeers().announced();
  }

  @Override
  public ConnectAnswer connectRequested(InetAddress source, Peer caller) {
    meter.received(RequestKind.CONNECT);
    return driver
        .driveFor(now -> engine.connectRequested(source, caller, now), GossipEngine.Called::step)
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
  public Hearing messageReceived(InetAddress source, Message message) {
    meter.received(RequestKind.MESSAGE);
    return driver
        .driveFor(now -> engine.received(source, message, now), GossipEngine.Heard::step)
        .map(GossipEngine.Heard::hearing)
        .orElse(Hearing.UNSAID);
  }

  @Override
  public Reply.Exchanged rumorsAsked(InetAddress source, PeerAddress from, Digest digest) {
    meter.received(RequestKind.RUMORS);
    return driver
        .driveFor(now -> engine.asked(source, from, digest, now), GossipEngine.Asked::step)
        .map(GossipEngine.Asked::answer)
        .orElseGet(() -> new Reply.Exchanged(List.of(), Set.of()));
  }

  @Override
  public void left(InetAddress source, Peer leaver) {
    meter.received(RequestKind.LEAVE);
    driver.drive(now -> engine.left(source, leaver, now));
  }

  @Override
  public PeerSettings settings() {
    return driver.settings();
  }

  @Override
  public PeerSettings tuned(InetAddress source, @Nullable PeerAddress from, Tuning tuning) {
    meter.received(RequestKind.TUNING);
    driver.drive(now -> engine.tuned(source, from, tuning, now));
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
