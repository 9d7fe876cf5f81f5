package p2pgossip.swarm;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.net.password.Password;
import p2pgossip.network.Run;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.HostAlias;
import p2pgossip.scenario.NetworkTraits;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;
import p2pgossip.topology.Topology;
import p2pgossip.topology.TopologyForms;

/// How a swarm is started.
///
/// @param peers number of peers, 1 to [#most]
/// @param originals how many of them, the last ones, speak the original protocol only
/// @param topology which peers are neighbours
/// @param settings with which all start
/// @param seed of the topology and of random choices
/// @param firstPort the peers take the free ports from this one on; 0 for any free ports
/// @param hostAlias as in [p2pgossip.peer.PeerConfig]; null for this machine alone
/// @param joins peers elsewhere to which the first peer connects; none for a swarm of its own
/// @param password which a peer has to know to be let in; null where all are let in
/// @param time real for real peers; virtual for simulated ones, which have neither ports nor host
///     alias, join nobody and need no password
/// @param traits of the network
public record SwarmPlan(
    int peers,
    int originals,
    Topology topology,
    PeerSettings settings,
    long seed,
    int firstPort,
    @Nullable HostAlias hostAlias,
    List<PeerAddress> joins,
    @Nullable Password password,
    Run.Time time,
    NetworkTraits traits) {

  /// The most real peers.
  public static final int MOST = 500;

  /// The period of a swarm for which nothing else is said.
  public static final Duration USUAL_PERIOD = Duration.ofSeconds(1);

  /// The peers of the demonstration.
  public static final int DEMONSTRATED_PEERS = 24;

  /// The rumour of the demonstration.
  public static final String DEMONSTRATED = "The tea kettle is haunted.";

  /// @throws IllegalArgumentException when a number is out of range
  public SwarmPlan {
    joins = List.copyOf(joins);
    if (peers < 1 || peers > most(time)) {
      throw new IllegalArgumentException(
          "a swarm of %s peers is not between 1 and %s".formatted(peers, most(time)));
    }
    topology.requirePeers(peers);
    if (originals < 0 || originals > peers) {
      throw new IllegalArgumentException(
          "%s original peers are not between 0 and all %s".formatted(originals, peers));
    }
    if (firstPort < 0 || firstPort > 65_535) {
      throw new IllegalArgumentException("port " + firstPort + " is not between 0 and 65535");
    }
    if (time == Run.Time.VIRTUAL && !joins.isEmpty()) {
      throw new IllegalArgumentException(
          "a swarm in virtual time has no connection to " + joins.getFirst());
    }
  }

  /// A swarm on the usual network.
  public SwarmPlan(
      int peers,
      int originals,
      Topology topology,
      PeerSettings settings,
      long seed,
      int firstPort,
      @Nullable HostAlias hostAlias,
      List<PeerAddress> joins,
      @Nullable Password password,
      Run.Time time) {
    this(
        peers,
        originals,
        topology,
        settings,
        seed,
        firstPort,
        hostAlias,
        joins,
        password,
        time,
        NetworkTraits.NONE);
  }

  /// A swarm without a password.
  public SwarmPlan(
      int peers,
      int originals,
      Topology topology,
      PeerSettings settings,
      long seed,
      int firstPort,
      @Nullable HostAlias hostAlias,
      List<PeerAddress> joins) {
    this(
        peers,
        originals,
        topology,
        settings,
        seed,
        firstPort,
        hostAlias,
        joins,
        null,
        Run.Time.REAL);
  }

  /// A swarm in which one sees how a rumour spreads: nothing else is said.
  public static SwarmPlan demonstration(long seed) {
    return new SwarmPlan(
        DEMONSTRATED_PEERS,
        0,
        TopologyForms.usual(),
        PeerSettings.DEFAULT.withPeriod(USUAL_PERIOD).withSentences(false),
        seed,
        FreePorts.FIRST,
        null,
        List.of());
  }

  /// The most peers of a swarm: of real peers for the sake of the machine, of simulated ones for
  /// the sake of what shows them.
  public static int most(Run.Time time) {
    return time == Run.Time.REAL ? MOST : Run.MOST_MEMBERS;
  }

  /// Lets only scenarios pass whose peers can be a swarm.
  ///
  /// @throws IOException when there are too many, saying what could run them
  public static Scenario requireRoomFor(Scenario scenario, Run.Time time) throws IOException {
    if (scenario.peers() > most(time)) {
      throw new IOException(
          "the scenario has %s peers, and at most %s run on real sockets; virtual time has room for %s"
              .formatted(scenario.peers(), MOST, most(Run.Time.VIRTUAL)));
    }
    return scenario;
  }

  /// The swarm for one run of a scenario: on this machine alone, on the usual ports.
  public static SwarmPlan of(Scenario scenario, Variant run, Run.Time time) {
    return new SwarmPlan(
        scenario.peers(),
        scenario.originals(),
        scenario.topologyOf(run),
        scenario.settingsOf(run),
        scenario.seed(),
        FreePorts.FIRST,
        null,
        List.of(),
        null,
        time,
        scenario.traits());
  }

  /// @param newPassword null to let all in
  public SwarmPlan withPassword(@Nullable Password newPassword) {
    return new SwarmPlan(
        peers,
        originals,
        topology,
        settings,
        seed,
        firstPort,
        hostAlias,
        joins,
        newPassword,
        time,
        traits);
  }

  public SwarmPlan withFirstPort(int newFirstPort) {
    return new SwarmPlan(
        peers,
        originals,
        topology,
        settings,
        seed,
        newFirstPort,
        hostAlias,
        joins,
        password,
        time,
        traits);
  }

  /// A swarm on this machine alone, on the usual ports, without original peers.
  public SwarmPlan(int peers, Topology topology, PeerSettings settings, long seed) {
    this(peers, 0, topology, settings, seed, FreePorts.FIRST, null, List.of());
  }
}
