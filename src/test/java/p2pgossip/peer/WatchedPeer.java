package p2pgossip.peer;

import static p2pgossip.original.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.net.password.Password;
import p2pgossip.original.Endpoint;
import p2pgossip.original.Introduction;
import p2pgossip.original.ReservedPort;
import p2pgossip.testing.Recorder;

/// A running peer, and everything that happened to it.
final class WatchedPeer implements AutoCloseable {

  /// The shortest period.
  static final PeerSettings QUICK = PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(100));

  /// One period, at once, and no other during a test.
  static final PeerSettings SLOW = PeerSettings.DEFAULT.withPeriod(Duration.ofDays(1));

  private final Recorder<GossipEvent> events = new Recorder<>();
  private final RunningPeer peer;

  WatchedPeer(PeerRuntime runtime, PeerConfig config) {
    try {
      peer = RunningPeer.start(config, runtime, events::accept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A runtime whose peers say "gossip" by default.
  static PeerRuntime runtime() {
    return runtime(Duration.ofSeconds(5));
  }

  /// @param timeLimit for each request
  static PeerRuntime runtime(Duration timeLimit) {
    return new PeerRuntime(random -> "gossip", 1, timeLimit);
  }

  static WatchedPeer start(PeerRuntime runtime, PeerSettings settings, Endpoint... targets) {
    return new WatchedPeer(runtime, new PeerConfig(0, null, settings, addresses(targets)));
  }

  /// A peer that lets in only peers that know a password.
  static WatchedPeer start(
      PeerRuntime runtime, Password password, PeerSettings settings, Endpoint... targets) {
    return new WatchedPeer(
        runtime, new PeerConfig(0, null, settings, addresses(targets)).withPassword(password));
  }

  /// A student's peer.
  ///
  /// @param password null if the class has none
  static WatchedPeer join(
      PeerRuntime runtime, @Nullable Password password, PeerSettings settings, ClassTarget joined) {
    return new WatchedPeer(
        runtime,
        new PeerConfig(0, null, settings, List.of()).withPassword(password).withClass(joined));
  }

  /// A peer that behaves like the original.
  static WatchedPeer startOriginal(PeerRuntime runtime, PeerSettings settings) {
    return new WatchedPeer(runtime, new PeerConfig(0, null, settings, List.of(), true));
  }

  /// A peer with a host alias, which it binds if this machine has it.
  static WatchedPeer start(
      PeerRuntime runtime, InetAddress alias, PeerSettings settings, Endpoint... targets) {
    return new WatchedPeer(
        runtime, new PeerConfig(0, HostAlias.of(alias), settings, addresses(targets)));
  }

  /// A peer with a name that stands for several addresses.
  static WatchedPeer start(PeerRuntime runtime, HostAlias alias, PeerSettings settings) {
    return new WatchedPeer(runtime, new PeerConfig(0, alias, settings, List.of()));
  }

  /// A peer on a reserved port, so that another can be started there when it has ended.
  static WatchedPeer startAt(
      ReservedPort place, PeerRuntime runtime, PeerSettings settings, Endpoint... targets) {
    return new WatchedPeer(
        runtime, new PeerConfig(place.endpoint().port(), null, settings, addresses(targets)));
  }

  /// The same, for a peer that lets in only peers that know a password.
  static WatchedPeer startAt(
      ReservedPort place, PeerRuntime runtime, Password password, PeerSettings settings) {
    return new WatchedPeer(
        runtime,
        new PeerConfig(place.endpoint().port(), null, settings, List.of()).withPassword(password));
  }

  private static List<PeerAddress> addresses(Endpoint... endpoints) {
    return Arrays.stream(endpoints).map(WatchedPeer::address).toList();
  }

  static PeerAddress address(Endpoint endpoint) {
    return new PeerAddress(endpoint.ip(), endpoint.port());
  }

  RunningPeer peer() {
    return peer;
  }

  PeerAddress address() {
    return peer.address();
  }

  Endpoint endpoint() {
    return new Endpoint(address().ip(), address().port());
  }

  /// Its description of itself, as the original would understand it.
  Introduction introduction() {
    return new Introduction(
        peer.self().started(), peer.self().period(), peer.self().port(), peer.self().hostAlias());
  }

  /// The standing of a peer; null if it is not known.
  @Nullable Standing standing(Endpoint endpoint) {
    Neighbor neighbor = peer.knownPeers().get(address(endpoint));
    return neighbor == null ? null : neighbor.standing();
  }

  void awaitStanding(Endpoint endpoint, Standing standing) {
    await().until(() -> standing(endpoint) == standing);
  }

  /// Everything that happened, in order.
  List<GossipEvent> events() {
    // A peer changes its state and publishes the event in one step, under the lock that this call
    // takes: whatever the caller has seen in the state, its event is here too.
    PeerSettings _ = peer.settings();
    return events.all();
  }

  <E extends GossipEvent> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <E extends GossipEvent> E awaitEvent(Class<E> kind) {
    return awaitEvent(kind, _ -> true);
  }

  /// Waits for the first event of a kind that matches, unless it has happened already.
  <E extends GossipEvent> E awaitEvent(Class<E> kind, Predicate<E> wanted) {
    await().until(() -> events(kind).stream().anyMatch(wanted));
    return events(kind).stream().filter(wanted).findFirst().orElseThrow();
  }

  /// Waits until that many more periods have begun.
  void awaitPeriods(int more) {
    int before = events(GossipEvent.PeriodBegan.class).size();
    await().until(() -> events(GossipEvent.PeriodBegan.class).size() >= before + more);
  }

  /// The texts that were received, in order.
  List<String> heard() {
    return events(GossipEvent.MessageReceived.class).stream()
        .map(GossipEvent.MessageReceived::text)
        .toList();
  }

  /// The receivers of messages, one after another.
  List<PeerAddress> told() {
    return events(GossipEvent.MessageSent.class).stream().map(GossipEvent.MessageSent::to).toList();
  }

  @Override
  public void close() {
    peer.close();
  }
}
