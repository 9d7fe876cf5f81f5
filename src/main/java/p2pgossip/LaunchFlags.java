package p2pgossip;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import p2pgossip.export.ThisProgram;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.scenario.NameChoice;
import p2pgossip.topology.TopologyForms;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The flags of the command line: all of the original's, with their aliases and forms, and ours.
/// They are declared to picocli one by one and not by annotations: finding and reading annotations
/// takes longer than the rest of a start without a window.
final class LaunchFlags {

  private LaunchFlags() {}

  /// Reads the flags into `options`, and records which were given.
  ///
  /// @throws picocli.CommandLine.ParameterException when one can't be read
  static CommandLine read(LaunchOptions options, String... flags) {
    CommandLine commandLine = reading(options);
    Set<Flag> given = EnumSet.noneOf(Flag.class);
    commandLine.parseArgs(flags).matchedOptions().forEach(option -> given.add(Flag.of(option)));
    options.given = given;
    return commandLine;
  }

  /// A parser that reads flags into `options`.
  static CommandLine reading(LaunchOptions options) {
    CommandSpec spec =
        CommandSpec.create()
            .name("p2pgossip")
            .versionProvider(() -> new String[] {ThisProgram.nameAndVersion()})
            .addArgGroup(peer(options.peer))
            .addArgGroup(gossip(options.gossip))
            .addArgGroup(swarm(options.swarm))
            .addArgGroup(classroom(options.classroom))
            .addArgGroup(encryption(options.encryption))
            .addArgGroup(window(options.window))
            .addArgGroup(profile(options.profile))
            .addArgGroup(about());
    FlagSpecs.usage(
            spec,
            "./run.sh [flags]",
            "./run.sh simulate [flags of its own; see ./run.sh simulate --help]",
            "./run.sh sweep plan|run|status|merge|export [see ./run.sh sweep --help]",
            "./run.sh scales [scenarios; see ./run.sh scales --help]",
            "./run.sh packs FILE... [see ./run.sh packs --help]",
            "./run.sh validate [--quick]")
        .header(
            "See gossip protocols work: each window runs one peer and shows which peers it"
                + " knows.%n")
        .footer(footer());
    return FlagSpecs.parser(spec);
  }

  private static String[] footer() {
    Stream<String> refused = Flag.refusedInWords().stream().map(line -> "  " + line);
    Stream<String> examples =
        Stream.of(
            "%nExamples:",
            "  ./run.sh                                      a window that waits for Start",
            "  ./run.sh --windows 3                          three windows, three peers,"
                + " connected",
            "  ./run.sh -p 8080                              a window whose peer runs at once",
            "  ./run.sh -p 8081 -c 127.0.0.1:8080 -P 2 -u    another that joins it and learns"
                + " from it",
            "  ./run.sh --headless -p 9000 -c 8080           no window; 8080 is on this machine",
            "  ./run.sh --peers 50 --topology ring -P 0.5    fifty peers in a ring",
            "  ./run.sh --headless --scenario push-pull --report out",
            "                                                an experiment, and its figures",
            "  ./run.sh --headless --scenario push-pull --virtual",
            "                                                the same, simulated in a moment");
    return Stream.of(Stream.of("%nThese flags are refused, with the reason:"), refused, examples)
        .flatMap(it -> it)
        .toArray(String[]::new);
  }

  private static ArgGroupSpec peer(LaunchOptions.PeerFlags flags) {
    return FlagSpecs.group(
        "The peer:%n",
        FlagSpecs.value("PORT", FlagValues::port, it -> flags.port = it, "-p", "--port")
            .description(
                "Where to listen, 1 to 65535; 0 takes any free port. With it, the peer runs at"
                    + " once; without it, the window waits for Start, and a peer without a window"
                    + " takes the next free port from 8080."),
        FlagSpecs.values(
                "HOST:PORT",
                () -> flags.connect,
                it -> flags.connect = it,
                "-c",
                "--connect",
                "--connect-to",
                "--make-connection")
            .description("Peers to connect to: addresses, names, or only a port for this machine."),
        FlagSpecs.value(
                "SECONDS",
                FlagValues::period,
                it -> flags.period = it,
                "-P",
                "--period",
                "--message_interval",
                "--message_period")
            .description("Pause between messages, 0.1 to 86400 (default: 5; in a swarm 1)."),
        FlagSpecs.value("HOST", FlagValues::host, it -> flags.hostAlias = it, "-a", "--host-alias")
            .description(
                "The address or name at which others reach this peer; it is bound too. Without it,"
                    + " only peers on this machine reach it."),
        FlagSpecs.value("NAME", FlagValues::name, it -> flags.name = it, "--name")
            .description(
                "What this peer is called, 1 to 24 characters. Others show it in place of the"
                    + " address, or beside it."),
        FlagSpecs.given(it -> flags.update = it, "-u", "--update")
            .description("Each period, learn the peers that the neighbours know."),
        FlagSpecs.value("FILE", FlagValues::path, it -> flags.passwordFile = it, "--password-file")
            .description(
                "Let in only peers that know the password in FILE, and prove it to peers"
                    + " that have one. Without the flag: the environment's P2PGOSSIP_PASSWORD."),
        FlagSpecs.given(it -> flags.allowTuning = it, "--allow-tuning")
            .description(
                "Let other peers change the period, update, pause, text, strategy, fanout and"
                    + " forwarding of this one; with a password, only those that know it."));
  }

  private static ArgGroupSpec gossip(LaunchOptions.GossipFlags flags) {
    return FlagSpecs.group(
        "%nWhat it gossips, and how long it tries:%n",
        FlagSpecs.value("TEXT", FlagValues::text, it -> flags.text = it, "--text")
            .description("Send this each period in place of a random sentence."),
        FlagSpecs.given(it -> flags.noSentences = it, "--no-sentences")
            .description("Send no sentences each period, so that a rumour stands alone."),
        FlagSpecs.value("STRATEGY", FlagValues::strategy, it -> flags.strategy = it, "--strategy")
            .description(
                "How rumours are spread: %s (default: %s)."
                    .formatted(Strategy.labels("or"), Spreading.DEFAULT.strategy().label())),
        FlagSpecs.value("NUMBER", FlagValues::fanout, it -> flags.fanout = it, "--fanout")
            .description("Neighbours contacted each period, 1 to 100 (default: 3)."),
        FlagSpecs.value("END", FlagValues::interest, it -> flags.interest = it, "--interest")
            .description(
                "When a rumour is no longer spread: never, counter:K, coin:K, blind-counter:K or"
                    + " blind-coin:K, with K from 1 to 100 (default: blind-counter:6)."),
        FlagSpecs.value("P:K", FlagValues::forwarding, it -> flags.forwarding = it, "--forwarding")
            .description(
                "For strategies that leave it to chance: the probability P with which a peer passes"
                    + " a rumour on, 0 to 1, and the hops K over which every peer does, 0 to 100"
                    + " (default: %s).".formatted(Spreading.DEFAULT.forwarding().label())),
        FlagSpecs.given(it -> flags.paused = it, "--paused")
            .description("Send nothing until told to."),
        FlagSpecs.value("NUMBER", FlagValues::seed, it -> flags.seed = it, "--seed")
            .description("Makes the random sentences the same in every run."),
        FlagSpecs.value("NUMBER", FlagValues::maxPeers, it -> flags.maxPeers = it, "--max-peers")
            .description("How many peers may be known at a time, 1 to 100000 (default: 256)."),
        FlagSpecs.value("NUMBER", FlagValues::failureLimit, it -> flags.failures = it, "--failures")
            .description(
                "Failures in a row after which any peer is forgotten, 1 to 1000 (the original"
                    + " program: 1). Without it, a peer of -c is tried until it answers, and the"
                    + " others are forgotten after 3."));
  }

  private static ArgGroupSpec swarm(LaunchOptions.SwarmFlags flags) {
    return FlagSpecs.group(
        "%nMany peers at once:%n",
        FlagSpecs.value("NUMBER", FlagValues::peers, it -> flags.peers = it, "--peers")
            .description(
                "This many peers in one process, on ports from -p on: 1 to 500, or to 2000 with"
                    + " --virtual. With -c the first connects to those as well. Without a window,"
                    + " the log is that of the first."),
        FlagSpecs.value("FORM", FlagValues::topology, it -> flags.topology = it, "--topology")
            .description(
                "How they are connected: %s, the numbers to be chosen (default: %s)."
                    .formatted(TopologyForms.examples("or"), TopologyForms.USUAL.example())),
        FlagSpecs.value("NUMBER", FlagValues::originals, it -> flags.originals = it, "--originals")
            .description(
                "This many of them, counted from the last, behave like the original and pass no"
                    + " rumour on."),
        FlagSpecs.value("CHOICE", FlagValues::names, it -> flags.names = it, "--names")
            .description(
                "What they are called: %s (default: ports).".formatted(NameChoice.labels())),
        FlagSpecs.given(it -> flags.demo = it, "--demo")
            .description("Show it all: 24 peers and a rumour."),
        FlagSpecs.value("FILE", FlagValues::place, it -> flags.scenario = it, "--scenario")
            .description(
                "Run a scenario from a file, or a bundled one: ring, small-world,"
                    + " push-pull, gossip1, lossy, partition, undead or mixed."),
        FlagSpecs.value("FOLDER", FlagValues::path, it -> flags.report = it, "--report")
            .description(
                "With --headless --scenario: write the results to this folder, as CSV and JSON."),
        FlagSpecs.given(it -> flags.virtual = it, "--virtual")
            .description(
                "With --scenario, --peers or --demo: simulate the peers in virtual time. In a"
                    + " window it passes at any pace; with --headless it passes as fast as the"
                    + " machine allows, and the same scenario with the same seed gives the same"
                    + " report."));
  }

  private static ArgGroupSpec classroom(LaunchOptions.ClassFlags flags) {
    return FlagSpecs.group(
        "%nA class on the local network:%n",
        FlagSpecs.value("NAME", FlagValues::className, it -> flags.opened = it, "--class")
            .description(
                "Start a class of this name over HTTPS, and announce it. Without -a it is reached"
                    + " at this machine's own address."),
        FlagSpecs.value("CLASS", FlagValues::classWish, it -> flags.joined = it, "--join-class")
            .description(
                "Join a class over HTTPS: by its name, or by the address and the code on the"
                    + " teacher's screen (10.0.0.7:8080/K7Q2-M9XD-4PNA), or by its link. With"
                    + " --allow-tuning, only the teacher may change this peer."));
  }

  private static ArgGroupSpec encryption(LaunchOptions.TlsFlags flags) {
    return FlagSpecs.group(
        "%nEncryption:%n",
        FlagSpecs.given(it -> flags.tls = it, "--tls")
            .description(
                "Serve and call over HTTPS. The certificate is made on first use and kept; those of"
                    + " others are trusted when first met."),
        FlagSpecs.value("FILE", FlagValues::path, it -> flags.keystore = it, "--keystore")
            .description(
                "With --tls: use the key and the certificate in this PKCS#12 or JKS file. Its"
                    + " password is taken from the environment, P2PGOSSIP_KEYSTORE_PASSWORD."),
        FlagSpecs.value("FILE", FlagValues::path, it -> flags.truststore = it, "--truststore")
            .description(
                "With --tls: accept only certificates that an authority in this PEM, PKCS#12 or JKS"
                    + " file has signed. Its password, if any: P2PGOSSIP_TRUSTSTORE_PASSWORD."),
        FlagSpecs.value("HOST:PORT", value -> value, it -> flags.forget = it, "--forget")
            .description("Forget by which key a peer was first met, and end."));
  }

  private static ArgGroupSpec window(LaunchOptions.WindowFlags flags) {
    return FlagSpecs.group(
        "%nThe window:%n",
        FlagSpecs.given(it -> flags.headless = it, "--headless")
            .description("No window; the log goes to standard error."),
        FlagSpecs.value("NUMBER", FlagValues::windows, it -> flags.windows = it, "--windows")
            .description("This many windows, 1 to 20, all connected to the first."),
        FlagSpecs.given(it -> flags.laboratory = it, "--lab")
            .description("The laboratory: one rumour among up to ten million simulated peers."),
        FlagSpecs.given(it -> flags.wholeNetwork = it, "--whole-network")
            .description("Also show the peers that others know."),
        FlagSpecs.value("THEME", FlagValues::theme, it -> flags.theme = it, "--theme")
            .description(
                "light, dark, or system (default: as last chosen; at first as the system)."),
        FlagSpecs.value("SECONDS", FlagValues::runFor, it -> flags.runFor = it, "--run-for")
            .hidden(true)
            .description("End after this time."));
  }

  private static ArgGroupSpec profile(LaunchOptions.ProfileFlags flags) {
    return FlagSpecs.group(
        "%nPerformance:%n",
        FlagSpecs.value("FILE", FlagValues::path, it -> flags.file = it, "--profile")
            .description(
                "Write a flight recording of this run, as JDK Mission Control reads it, to this"
                    + " file (*.jfr) at the end."),
        FlagSpecs.given(it -> flags.metrics = it, "--metrics")
            .description(
                "Each peer answers GET /metrics with its figures, in the text format of"
                    + " Prometheus."));
  }

  private static ArgGroupSpec about() {
    return FlagSpecs.group(
        "%nAbout the program:%n",
        FlagSpecs.help(),
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version and end."));
  }
}
