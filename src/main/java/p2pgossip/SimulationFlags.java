package p2pgossip;

import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Topology;
import p2pgossip.topology.TopologyForms;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The flags of `./run.sh simulate`.
final class SimulationFlags {

  private static final long MOST_PEERS = 1_000_000_000;
  private static final long MOST_RUNS = 10_000_000;
  private static final long MOST_THREADS = 1_024;

  int peers = 1_000;
  Topology topology = new Complete();
  Strategy strategy = Strategy.PUSH;
  int fanout = 1;
  Interest interest = Interest.NEVER_LOST;
  Forwarding forwarding = Forwarding.DEFAULT;
  int hopLimit = Copy.MOST_HOPS;
  double loss;
  double crash;
  int crashAfter;
  long seed = 1;
  int runs = 1;
  int threads = Runtime.getRuntime().availableProcessors();
  boolean engines;
  boolean json;
  boolean lines;
  boolean rounds;
  private boolean help;

  /// What is run.
  ///
  /// @throws IllegalArgumentException when the topology has another number of peers
  PopulationSettings settings() {
    return new PopulationSettings(
        peers,
        topology,
        new Spreading(strategy, fanout, interest, hopLimit, forwarding),
        loss,
        new Crashes(crash, crashAfter),
        seed);
  }

  /// Reads the flags.
  ///
  /// @return what can print the help, if it is asked for; else null
  /// @throws picocli.CommandLine.ParameterException when one can't be read
  @Nullable CommandLine read(String... flags) {
    CommandLine commandLine = reading();
    commandLine.parseArgs(flags);
    return help ? commandLine : null;
  }

  /// A parser that reads flags into this.
  CommandLine reading() {
    CommandSpec spec =
        CommandSpec.create()
            .name("p2pgossip simulate")
            .addArgGroup(
                FlagSpecs.group(
                    "What spreads among whom:%n",
                    FlagSpecs.number(1, MOST_PEERS, it -> peers = it, "--peers")
                        .description("This many peers, 1 to 1e9 (default: 1000)."),
                    FlagSpecs.value("FORM", FlagValues::topology, it -> topology = it, "--topology")
                        .description(
                            "How they are connected: %s, the numbers to be chosen (default:"
                                    .formatted(TopologyForms.examples("or"))
                                + " complete)."),
                    FlagSpecs.value(
                            "STRATEGY", FlagValues::strategy, it -> strategy = it, "--strategy")
                        .description(
                            "How the rumour is spread: %s (default: push)."
                                .formatted(Strategy.labels("or"))),
                    FlagSpecs.number(1, Spreading.GREATEST_FANOUT, it -> fanout = it, "--fanout")
                        .description("Neighbours contacted each round, 1 to 100 (default: 1)."),
                    FlagSpecs.value("END", FlagValues::interest, it -> interest = it, "--interest")
                        .description(
                            "When the rumour is no longer spread: never, counter:K, coin:K,"
                                + " blind-counter:K or blind-coin:K (default: never)."),
                    FlagSpecs.value(
                            "P:K", FlagValues::forwarding, it -> forwarding = it, "--forwarding")
                        .description(
                            "For strategies that leave it to chance, as in ./run.sh --help."),
                    FlagSpecs.number(1, Copy.MOST_HOPS, it -> hopLimit = it, "--hop-limit")
                        .description(
                            "A copy that has made this many hops is not passed on, 1 to 10000"
                                + " (default: 10000).")))
            .addArgGroup(
                FlagSpecs.group(
                    "%nWhat goes wrong:%n",
                    FlagSpecs.value(
                            "SHARE",
                            value -> FlagValues.share(value, false),
                            it -> loss = it,
                            "--loss")
                        .description(
                            "The chance that a call gets lost, 0 to below 1 (default: 0)."),
                    FlagSpecs.value(
                            "SHARE",
                            value -> FlagValues.share(value, true),
                            it -> crash = it,
                            "--crash")
                        .description("The chance that a peer crashes, 0 to 1 (default: 0)."),
                    FlagSpecs.value(
                            "ROUND",
                            value -> (int) FlagValues.count(value, 0, Integer.MAX_VALUE),
                            it -> crashAfter = it,
                            "--crash-after")
                        .description(
                            "After which round peers crash; 0: before the first (default: 0).")))
            .addArgGroup(
                FlagSpecs.group(
                    "%nHow often, and how it is shown:%n",
                    FlagSpecs.value(
                            "NUMBER",
                            value -> FlagValues.count(value, Long.MIN_VALUE, Long.MAX_VALUE),
                            it -> seed = it,
                            "--seed")
                        .description("The same seed gives the same figures (default: 1)."),
                    FlagSpecs.number(1, MOST_RUNS, it -> runs = it, "--runs")
                        .description(
                            "How often it is run, on the same network, 1 to 1e7 (default: 1)."),
                    FlagSpecs.number(1, MOST_THREADS, it -> threads = it, "--threads")
                        .description(
                            "How many threads work, 1 to 1024; the figures don't depend on it"
                                + " (default: one for each processor)."),
                    FlagSpecs.given(it -> engines = it, "--engines")
                        .description(
                            "With the engines of real peers in place of arrays;"
                                + " the figures are the same."),
                    FlagSpecs.given(it -> json = it, "--json")
                        .description("Print one JSON object."),
                    FlagSpecs.given(it -> lines = it, "--lines")
                        .description(
                            "Print one JSON object for each run as soon as it has ended, and end"
                                + " early once standard input is closed."),
                    FlagSpecs.given(it -> rounds = it, "--rounds")
                        .description(
                            "The same for each round of a single run, with a bit for each peer that"
                                + " knows the rumour."),
                    FlagSpecs.help(it -> help = it)));
    FlagSpecs.usage(spec, "./run.sh simulate [flags]")
        .header(
            "Spreads one rumour from one peer among up to millions, in rounds in step: in a round"
                + " all peers act by what they knew when it began.%n")
        .footer(
            "%nExamples:",
            "  ./run.sh simulate --peers 1e6",
            "  ./run.sh simulate --peers 1000 --interest counter:2 --runs 1e4",
            "  ./run.sh simulate --peers 1e5 --topology random:10 --strategy push-pull --json");
    return FlagSpecs.parser(spec);
  }

  /// The long names of all.
  List<String> names() {
    return reading().getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
  }
}
