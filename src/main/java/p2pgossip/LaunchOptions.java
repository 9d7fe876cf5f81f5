package p2pgossip;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassName;
import p2pgossip.classroom.ClassPart;
import p2pgossip.classroom.ClassWish;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.net.password.Password;
import p2pgossip.network.Run;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.HostAlias;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.Target;
import p2pgossip.scenario.NameChoice;
import p2pgossip.scenario.NetworkTraits;
import p2pgossip.scenario.Scenario;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Topology;
import p2pgossip.topology.TopologyForms;
import p2pgossip.ui.window.DesktopPlan;

/// The values of the flags, once [LaunchFlags] have been read, and what follows from them.
final class LaunchOptions {

  final PeerFlags peer = new PeerFlags();
  final GossipFlags gossip = new GossipFlags();
  final SwarmFlags swarm = new SwarmFlags();
  final TlsFlags encryption = new TlsFlags();
  final WindowFlags window = new WindowFlags();
  final ProfileFlags profile = new ProfileFlags();
  final ClassFlags classroom = new ClassFlags();

  static final class PeerFlags {
    @Nullable Integer port;
    List<String> connect = new ArrayList<>();
    @Nullable Duration period;
    @Nullable HostAlias hostAlias;
    boolean update;
    @Nullable Path passwordFile;
    boolean allowTuning;
    @Nullable PeerName name;
  }

  static final class GossipFlags {
    @Nullable String text;
    boolean noSentences;
    Strategy strategy = Spreading.DEFAULT.strategy();
    int fanout = Spreading.DEFAULT.fanout();
    Interest interest = Spreading.DEFAULT.interest();
    Forwarding forwarding = Spreading.DEFAULT.forwarding();
    boolean paused;
    @Nullable Long seed;
    int maxPeers = PeerSettings.DEFAULT.maxPeers();
    @Nullable Integer failures;
  }

  static final class SwarmFlags {
    @Nullable Integer peers;
    @Nullable Topology topology;
    int originals;
    boolean demo;
    @Nullable NameChoice names;
    @Nullable String scenario;
    @Nullable Path report;
    boolean virtual;
  }

  static final class TlsFlags {
    boolean tls;
    @Nullable Path keystore;
    @Nullable Path truststore;
    @Nullable String forget;
  }

  static final class ClassFlags {
    @Nullable ClassName opened;
    @Nullable ClassWish joined;
  }

  static final class WindowFlags {
    boolean headless;
    int windows = 1;
    boolean wholeNetwork;
    boolean laboratory;
    @Nullable String theme;
    @Nullable Duration runFor;
  }

  static final class ProfileFlags {
    @Nullable Path file;
    boolean metrics;
  }

  /// The flags that were given, even with their default values.
  Set<Flag> given = Set.of();

  /// Set after the flags have been read, since it comes from a file or the environment.
  @Nullable Password password;

  PeerSettings settings() {
    return settings(PeerSettings.DEFAULT.period(), !gossip.noSentences);
  }

  private PeerSettings settings(Duration usualPeriod, boolean sentences) {
    return PeerSettings.DEFAULT
        .withPeriod(peer.period == null ? usualPeriod : peer.period)
        .withUpdate(peer.update || classroom.joined != null)
        .withPaused(gossip.paused)
        .withText(gossip.text)
        .withWholeNetwork(window.wholeNetwork)
        .withFailureLimit(
            gossip.failures == null ? PeerSettings.DEFAULT.failureLimit() : gossip.failures)
        .withKeep(gossip.failures == null)
        .withMaxPeers(gossip.maxPeers)
        .withSentences(sentences)
        .withSpreading(
            new Spreading(
                gossip.strategy,
                gossip.fanout,
                gossip.interest,
                Spreading.DEFAULT.hopLimit(),
                gossip.forwarding))
        .withTunable(peer.allowTuning);
  }

  /// Checks that the flags go together.
  ///
  /// @throws IllegalArgumentException when they do not, naming them
  void requireFitting() {
    Flag.requireActing(given, Mode.of(this));
    requireFittingTopology();
    int peers = swarmSize();
    if (peers > SwarmPlan.most(time())) {
      throw new IllegalArgumentException(
          "--peers: there cannot be %s, since %s".formatted(peers, mostInWords()));
    }
    if (swarm.originals > peers) {
      throw new IllegalArgumentException(
          "--originals: there are only %s peers, not %s".formatted(peers, swarm.originals));
    }
  }

  private String mostInWords() {
    int most = SwarmPlan.most(time());
    int simulated = SwarmPlan.most(Run.Time.VIRTUAL);
    return "a swarm has %s at most".formatted(most)
        + (most < simulated ? ", or %s with --virtual".formatted(simulated) : "");
  }

  private int swarmSize() {
    return swarm.peers == null
        ? peersOfTopology().orElse(SwarmPlan.DEMONSTRATED_PEERS)
        : swarm.peers;
  }

  /// How many peers the topology has of its own; empty where it takes every number, or none is
  /// given.
  OptionalInt peersOfTopology() {
    return swarm.topology == null ? OptionalInt.empty() : swarm.topology.peers();
  }

  private void requireFittingTopology() {
    peersOfTopology()
        .ifPresent(
            own -> {
              if (own > SwarmPlan.most(time())) {
                throw new IllegalArgumentException(
                    "--topology: there are %s peers in the file, and %s"
                        .formatted(own, mostInWords()));
              }
              if (swarm.peers != null && swarm.peers != own) {
                throw new IllegalArgumentException(
                    "--peers: there are %s peers in the file of --topology, not %s; leave it out"
                        .formatted(own, swarm.peers));
              }
            });
  }

  /// Whether many peers are asked for: by `--peers`, `--demo`, or a topology that says how many.
  boolean isSwarm() {
    return swarm.peers != null || swarm.demo || peersOfTopology().isPresent();
  }

  /// The swarm that is asked for; empty where none is. Targets given as names are
  /// left out, as in [#config].
  ///
  /// @param seed of the process
  Optional<SwarmPlan> swarmPlan(long seed) {
    if (!isSwarm()) {
      return Optional.empty();
    }
    // A text that the user gives is always sent.
    boolean sentences = gossip.text != null || (!gossip.noSentences && !swarm.demo);
    return Optional.of(
        new SwarmPlan(
            swarmSize(),
            swarm.originals,
            swarm.topology == null ? TopologyForms.usual() : swarm.topology,
            settings(SwarmPlan.USUAL_PERIOD, sentences),
            seed,
            firstPort(),
            peer.hostAlias,
            config(0).targets(),
            password,
            time(),
            NetworkTraits.NONE.withNames(
                Objects.requireNonNullElse(swarm.names, NameChoice.PORTS))));
  }

  /// What the clock of many peers shows.
  Run.Time time() {
    return swarm.virtual ? Run.Time.VIRTUAL : Run.Time.REAL;
  }

  /// The first port of several peers.
  int firstPort() {
    return peer.port == null ? FreePorts.FIRST : peer.port;
  }

  /// What the flags change in the scenario.
  ScenarioChanges scenarioChanges() {
    return ScenarioChanges.of(this, given);
  }

  /// What the windows are to show.
  ///
  /// @param seed of the process
  /// @param scenario to play, with the changes in it
  DesktopPlan desktopPlan(long seed, Optional<Scenario> scenario) {
    return new DesktopPlan(
        window.windows,
        Optional.ofNullable(peer.port),
        Optional.ofNullable(peer.hostAlias),
        settings(),
        targets(),
        Optional.ofNullable(window.theme),
        swarmPlan(seed),
        scenario,
        swarm.demo,
        Optional.ofNullable(window.runFor),
        Optional.ofNullable(password),
        time(),
        window.laboratory,
        Optional.ofNullable(peer.name),
        classPart());
  }

  /// What the peer is in a class; empty outside of one.
  Optional<ClassPart> classPart() {
    if (classroom.opened != null) {
      return Optional.of(new ClassPart.Teacher(classroom.opened));
    }
    return Optional.ofNullable(classroom.joined).map(ClassPart.Student::new);
  }

  /// The peers to connect to. Read here and not by a converter: picocli takes a value that doesn't
  /// convert for something other than a target, and its message would be misleading.
  ///
  /// @throws IllegalArgumentException when a value is not a target, saying which and why
  List<Target> targets() {
    return peer.connect.stream().flatMap(it -> read(it).stream()).distinct().toList();
  }

  private static List<Target> read(String value) {
    List<Target> targets = Target.list(value);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException(
          Quote.of(value) + " names no peer; write host:port, such as 127.0.0.1:8081");
    }
    return targets;
  }

  /// The configuration of a peer on `port`. Targets given as names are left out: they are looked up
  /// once it listens.
  PeerConfig config(int port) {
    List<PeerAddress> targets = new ArrayList<>();
    for (Target target : targets()) {
      target.literal().ifPresent(targets::add);
    }
    return new PeerConfig(port, peer.hostAlias, settings(), targets)
        .withPassword(password)
        .withName(peer.name);
  }

  List<Target> namedTargets() {
    return targets().stream().filter(target -> target.literal().isEmpty()).toList();
  }
}
