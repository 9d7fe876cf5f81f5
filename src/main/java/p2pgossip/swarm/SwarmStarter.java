package p2pgossip.swarm;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.RunningPeer;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;
import p2pgossip.topology.Edges;

/// Starts the peers of one swarm. Thread-safe.
final class SwarmStarter {

  /// How many ports in a row are tried.
  private static final int TRIES = 200;

  private final SwarmPlan plan;
  private final PeerRuntime runtime;
  private final NetworkListener listener;
  private final RandomGenerator random;

  // Guarded by this, as is random.
  private int nextPort;
  private int nextNumber = 1;

  SwarmStarter(
      SwarmPlan plan, PeerRuntime runtime, NetworkListener listener, RandomGenerator random) {
    this.plan = plan;
    this.runtime = runtime;
    this.listener = listener;
    this.random = random;
    this.nextPort = plan.firstPort();
  }

  /// Starts all peers of the plan. Each connects to its neighbours that run already, the first also
  /// to the peers that the swarm joins.
  ///
  /// @param started called after each start
  /// @throws IOException when no port is free
  void startAll(Consumer<Seat> started) throws IOException {
    Edges edges = plan.topology().edges(plan.peers(), random);
    int[][] neighbors = edges.targets(plan.peers());
    int[] degrees = edges.degrees(plan.peers());
    List<PeerAddress> addresses = new ArrayList<>();
    for (int peer = 0; peer < plan.peers(); peer++) {
      List<PeerAddress> targets = new ArrayList<>(peer == 0 ? plan.joins() : List.of());
      for (int neighbor : neighbors[peer]) {
        targets.add(addresses.get(neighbor));
      }
      boolean original = peer >= plan.peers() - plan.originals();
      Seat seat = startNext(targets, plan.settings().withRoomFor(degrees[peer]), original);
      addresses.add(seat.member().address());
      started.accept(seat);
    }
  }

  /// Starts one more peer, at the next free port.
  Seat startNext(List<PeerAddress> targets, PeerSettings settings) throws IOException {
    return startNext(targets, settings, false);
  }

  private synchronized Seat startNext(
      List<PeerAddress> targets, PeerSettings settings, boolean original) throws IOException {
    Seat seat = new Seat(nextNumber, original, targets);
    for (int tries = 1; ; tries++) {
      int port = nextPort;
      nextPort = port == 0 || port == 65_535 ? 0 : port + 1;
      try {
        start(seat, port, settings);
        nextNumber++;
        return seat;
      } catch (IOException e) {
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  private void start(Seat seat, int port, PeerSettings settings) throws IOException {
    start(seat, port, settings, seat.targets());
  }

  /// Starts a peer in its seat. Its first period begins at a random moment within one period, so
  /// that the peers of a swarm don't tick in step: if they did, a rumour would pass along a whole
  /// row of peers within one period, only because they were started in that order.
  ///
  /// @throws IOException when the port is taken
  void start(Seat seat, int port, PeerSettings settings, List<PeerAddress> targets)
      throws IOException {
    Duration offset;
    synchronized (this) {
      offset = Duration.ofNanos(random.nextLong(settings.period().toNanos()));
    }
    PeerConfig config =
        new PeerConfig(port, plan.hostAlias(), settings, targets, seat.original(), offset)
            // The original protocol has no passwords.
            .withPassword(seat.original() ? null : plan.password())
            .withName(plan.traits().names().of(seat.number() - 1));
    RunningPeer peer = RunningPeer.start(config, runtime, event -> happened(seat, event));
    seat.fill(peer);
    listener.joined(seat.member(), peer.settings());
  }

  private void happened(Seat seat, GossipEvent event) {
    boolean ended = seat.note(event);
    NetworkMember member = seat.member();
    listener.happened(member.address(), event);
    if (ended) {
      listener.ended(member);
    }
  }
}
