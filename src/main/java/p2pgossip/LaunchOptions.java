package p2pgossip;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.net.Password;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.Target;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Topology;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command line: all flags of the original with its aliases and forms, and ours.
@Command(
    name = "p2pgossip",
    version = LaunchOptions.PROGRAM,
    mixinStandardHelpOptions = false,
    sortOptions = false,
    usageHelpWidth = 100,
    usageHelpAutoWidth = false,
    customSynopsis = "./run.sh [flags]",
    header = "See gossip protocols work: each window runs one peer and shows whom it knows.%n",
    footer = {
      "%nExamples:",
      "  ./run.sh                                    a window that waits for Start",
      "  ./run.sh --windows 3                        three windows, three peers, connected",
      "  ./run.sh -p 8080                            a window whose peer runs at once",
      "  ./run.sh -p 8081 -c 127.0.0.1:8080 -P 2 -u  another that joins it and learns from it",
      "  ./run.sh --headless -p 9000 -c 8080         no window; 8080 is on this machine",
      "  ./run.sh --peers 50 --topology ring -P 0.5  fifty peers in a ring",
      "  ./run.sh --headless --scenario push-pull --report out    an experiment, and its figures"
    })
final class LaunchOptions {

  /// Name and version.
  static final String PROGRAM = "p2pgossip 1.0.0";

  private static final Duration SWARM_PERIOD = Duration.ofSeconds(1);
  private static final int DEMO_PEERS = 24;

  @ArgGroup(exclusive = false, validate = false, heading = "The peer:%n")
  final PeerFlags peer = new PeerFlags();

  @ArgGroup(
      exclusive = false,
      validate = false,
      heading = "%nWhat it gossips, and how long it tries:%n")
  final GossipFlags gossip = new GossipFlags();

  @ArgGroup(exclusive = false, validate = false, heading = "%nMany peers at once:%n")
  final SwarmFlags swarm = new SwarmFlags();

  @ArgGroup(exclusive = false, validate = false, heading = "%nEncryption:%n")
  final TlsFlags encryption = new TlsFlags();

  @ArgGroup(exclusive = false, validate = false, heading = "%nThe window:%n")
  final WindowFlags window = new WindowFlags();

  @ArgGroup(exclusive = false, validate = false, heading = "%nHow it performs:%n")
  final ProfileFlags profile = new ProfileFlags();

  @ArgGroup(exclusive = false, validate = false, heading = "%nAbout the program:%n")
  final AboutFlags about = new AboutFlags();

  static final class PeerFlags {
    @Option(
        names = {"-p", "--port"},
        paramLabel = "PORT",
        converter = FlagValues.PortConverter.class,
        description = {
          "Where to listen, 1 to 65535; 0 takes any free port. With it, the peer runs at once;"
              + " without it, the window waits for Start, and a peer without a window takes the"
              + " next free port from 8080."
        })
    @Nullable Integer port;

    @Option(
        names = {"-c", "--connect", "--connect-to", "--make-connection"},
        paramLabel = "HOST:PORT",
        arity = "1..*",
        description = "Peers to connect to: addresses, names, or only a port for this machine.")
    List<String> connect = new ArrayList<>();

    @Option(
        names = {"-P", "--period", "--message_interval", "--message_period"},
        paramLabel = "SECONDS",
        converter = FlagValues.PeriodConverter.class,
        description = "Pause between messages, 0.1 to 86400 (default: 5; in a swarm 1).")
    @Nullable Duration period;

    @Option(
        names = {"-a", "--host-alias"},
        paramLabel = "HOST",
        converter = FlagValues.HostConverter.class,
        description =
            "The address or name at which others reach this peer; it is bound too. Without it, only"
                + " peers on this machine reach it.")
    @Nullable InetAddress hostAlias;

    @Option(
        names = {"-u", "--update"},
        description = "Each period, learn the peers that the neighbours know.")
    boolean update;

    @Option(
        names = "--password-file",
        paramLabel = "FILE",
        description =
            "Let in only those who know the password that stands in FILE, and show it to others"
                + " that have one. Without the flag: the environment's P2PGOSSIP_PASSWORD.")
    @Nullable Path passwordFile;

    @Option(
        names = "--allow-tuning",
        description =
            "Let other peers change the period, update, pause, text, strategy and fanout of this"
                + " one; with a password, only those who know it.")
    boolean allowTuning;
  }

  static final class GossipFlags {
    @Option(
        names = "--text",
        paramLabel = "TEXT",
        converter = FlagValues.TextConverter.class,
        description = "Send this each period in place of a random sentence.")
    @Nullable String text;

    @Option(
        names = "--no-sentences",
        description = "Send no sentences each period, so that a rumour stands alone.")
    boolean noSentences;

    @Option(
        names = "--strategy",
        paramLabel = "STRATEGY",
        converter = FlagValues.StrategyConverter.class,
        description =
            "How rumours are spread: direct, flood, push, pull, push-pull or anti-entropy (default:"
                + " push-pull).")
    Strategy strategy = Spreading.DEFAULT.strategy();

    @Option(
        names = "--fanout",
        paramLabel = "NUMBER",
        converter = FlagValues.FanoutConverter.class,
        description = "Neighbours contacted each period, 1 to 100 (default: 3).")
    int fanout = Spreading.DEFAULT.fanout();

    @Option(
        names = "--interest",
        paramLabel = "END",
        converter = FlagValues.InterestConverter.class,
        description =
            "When a rumour is no longer spread: never, counter:K, coin:K, blind-counter:K or"
                + " blind-coin:K, with K from 1 to 100 (default: blind-counter:6).")
    Interest interest = Spreading.DEFAULT.interest();

    @Option(names = "--paused", description = "Send nothing until told to.")
    boolean paused;

    @Option(
        names = "--seed",
        paramLabel = "NUMBER",
        converter = FlagValues.SeedConverter.class,
        description = "Makes the random sentences the same in every run.")
    @Nullable Long seed;

    @Option(
        names = "--max-peers",
        paramLabel = "NUMBER",
        converter = FlagValues.MaxPeersConverter.class,
        description = "How many peers may be known at a time, 1 to 100000 (default: 256).")
    int maxPeers = PeerSettings.DEFAULT.maxPeers();

    @Option(
        names = "--failures",
        paramLabel = "NUMBER",
        converter = FlagValues.FailureLimitConverter.class,
        description =
            "Failures in a row after which a peer is forgotten, 1 to 1000 (default: 3; the original"
                + " program: 1).")
    int failures = PeerSettings.DEFAULT.failureLimit();
  }

  static final class SwarmFlags {
    @Option(
        names = "--peers",
        paramLabel = "NUMBER",
        converter = FlagValues.PeersConverter.class,
        description =
            "So many peers in this process, 1 to 500, on ports from -p on. With -c the first joins"
                + " those who are there. Without a window, the log is that of the first.")
    @Nullable Integer peers;

    @Option(
        names = "--topology",
        paramLabel = "FORM",
        converter = FlagValues.TopologyConverter.class,
        description =
            "How they are connected: line, ring, star, grid, tree:2, complete, random:3,"
                + " small-world:4:0.1 or scale-free:2, the numbers to be chosen (default:"
                + " small-world:4:0.1).")
    @Nullable Topology topology;

    @Option(
        names = "--originals",
        paramLabel = "NUMBER",
        converter = FlagValues.OriginalsConverter.class,
        description = "So many of them, the last, behave as the original and pass no rumour on.")
    int originals;

    @Option(names = "--demo", description = "Show it all: 24 peers and a rumour.")
    boolean demo;

    @Option(
        names = "--scenario",
        paramLabel = "FILE",
        description =
            "Run what a file says, or one that comes with the program: ring, small-world,"
                + " push-pull, lossy, partition, undead or mixed.")
    @Nullable String scenario;

    @Option(
        names = "--report",
        paramLabel = "FOLDER",
        description = "With --headless --scenario: write there what came of it, as CSV and JSON.")
    @Nullable Path report;
  }

  static final class TlsFlags {
    @Option(
        names = "--tls",
        description =
            "Serve and call over HTTPS. The certificate is made on first use and kept; others' are"
                + " trusted as first met.")
    boolean tls;

    @Option(
        names = "--keystore",
        paramLabel = "FILE",
        description =
            "With --tls: take the key and the certificate in this PKCS#12 or JKS file. Its password"
                + " is taken from the environment, P2PGOSSIP_KEYSTORE_PASSWORD.")
    @Nullable Path keystore;

    @Option(
        names = "--truststore",
        paramLabel = "FILE",
        description =
            "With --tls: take only certificates that an authority in this PEM, PKCS#12 or JKS file"
                + " has signed. Its password, if any: P2PGOSSIP_TRUSTSTORE_PASSWORD.")
    @Nullable Path truststore;

    @Option(
        names = "--forget",
        paramLabel = "HOST:PORT",
        description = "Forget by which key a peer was first met, and end.")
    @Nullable String forget;
  }

  static final class WindowFlags {
    @Option(names = "--headless", description = "No window; the log goes to standard error.")
    boolean headless;

    @Option(
        names = "--windows",
        paramLabel = "NUMBER",
        converter = FlagValues.WindowsConverter.class,
        description = "That many windows, 1 to 20, each after the first connected to the first.")
    int windows = 1;

    @Option(names = "--whole-network", description = "Show also whom the others know.")
    boolean wholeNetwork;

    @Option(
        names = "--theme",
        paramLabel = "THEME",
        converter = FlagValues.ThemeConverter.class,
        description = "light, dark, or system (default: as last chosen; at first as the system).")
    @Nullable String theme;

    @Option(
        names = "--run-for",
        paramLabel = "SECONDS",
        hidden = true,
        converter = FlagValues.RunForConverter.class,
        description = "End after this time.")
    @Nullable Duration runFor;
  }

  static final class ProfileFlags {
    @Option(
        names = "--profile",
        paramLabel = "FILE",
        description =
            "Write a flight recording of this run, as JDK Mission Control reads it, to this file"
                + " (*.jfr) at the end.")
    @Nullable Path file;

    @Option(
        names = "--metrics",
        description =
            "Each peer answers GET /metrics with its figures, in the text format of Prometheus.")
    boolean metrics;
  }

  static final class AboutFlags {
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Show this and end.")
    boolean help;

    @Option(
        names = {"-V", "--version"},
        versionHelp = true,
        description = "Show the version and end.")
    boolean version;
  }

  /// Read once the flags have been, since it comes from elsewhere.
  @Nullable Password password;

  PeerSettings settings() {
    return settings(PeerSettings.DEFAULT.period(), !gossip.noSentences);
  }

  private PeerSettings settings(Duration usualPeriod, boolean sentences) {
    return PeerSettings.DEFAULT
        .withPeriod(peer.period == null ? usualPeriod : peer.period)
        .withUpdate(peer.update)
        .withPaused(gossip.paused)
        .withText(gossip.text)
        .withWholeNetwork(window.wholeNetwork)
        .withFailureLimit(gossip.failures)
        .withMaxPeers(gossip.maxPeers)
        .withSentences(sentences)
        .withSpreading(
            new Spreading(
                gossip.strategy, gossip.fanout, gossip.interest, Spreading.DEFAULT.hopLimit()))
        .withTunable(peer.allowTuning);
  }

  /// Makes sure that the flags go together.
  ///
  /// @throws IllegalArgumentException when they do not, naming them
  void requireFitting() {
    if (swarm.scenario != null && (swarm.peers != null || swarm.demo)) {
      throw new IllegalArgumentException(
          "--scenario says itself how many peers there are; leave --peers and --demo out");
    }
    if (swarm.scenario != null && peer.passwordFile != null) {
      throw new IllegalArgumentException(
          "--scenario runs peers of its own, which let in everybody on this machine; leave"
              + " --password-file out");
    }
    if (swarm.report != null && (swarm.scenario == null || !window.headless)) {
      throw new IllegalArgumentException("--report needs --headless and --scenario");
    }
    if (!encryption.tls && (encryption.keystore != null || encryption.truststore != null)) {
      throw new IllegalArgumentException("--keystore and --truststore need --tls");
    }
    if (swarm.peers == null && !swarm.demo && (swarm.topology != null || swarm.originals > 0)) {
      throw new IllegalArgumentException("--topology and --originals need --peers");
    }
    if (swarm.peers != null && swarm.originals > swarm.peers) {
      throw new IllegalArgumentException(
          "--originals: there are only %d peers to be so, not %d"
              .formatted(swarm.peers, swarm.originals));
    }
  }

  /// The swarm that `--peers` or `--demo` asks for; empty without them. Targets given as names are left
  /// out, as in [#config].
  ///
  /// @param seed of the process
  Optional<SwarmPlan> swarmPlan(long seed) {
    if (swarm.peers == null && !swarm.demo) {
      return Optional.empty();
    }
    int peers = swarm.peers == null ? DEMO_PEERS : swarm.peers;
    return Optional.of(
        new SwarmPlan(
            peers,
            Math.min(swarm.originals, peers),
            swarm.topology == null ? Topology.parse("small-world") : swarm.topology,
            settings(SWARM_PERIOD, !gossip.noSentences && !swarm.demo),
            seed,
            peer.port == null ? FreePorts.FIRST : peer.port,
            peer.hostAlias,
            config(0).targets(),
            password));
  }

  /// Whom to connect to. Read here and not by a converter: of several values, picocli takes one that
  /// does not convert for something else than a target, and its message would miss the point.
  ///
  /// @throws IllegalArgumentException when a value is no target, saying which and why
  List<Target> targets() {
    return peer.connect.stream().map(Target::parse).toList();
  }

  /// What a peer on `port` is started with. Targets given as names are left out: they are looked up
  /// once it listens.
  PeerConfig config(int port) {
    List<PeerAddress> targets = new ArrayList<>();
    for (Target target : targets()) {
      target.literal().ifPresent(targets::add);
    }
    return new PeerConfig(port, peer.hostAlias, settings(), targets).withPassword(password);
  }

  List<Target> namedTargets() {
    return targets().stream().filter(target -> target.literal().isEmpty()).toList();
  }
}
