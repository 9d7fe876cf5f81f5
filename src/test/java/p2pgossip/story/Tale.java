package p2pgossip.story;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.Observation;
import p2pgossip.network.Run;
import p2pgossip.network.WholeNetwork;
import p2pgossip.simulation.SimulatedNetwork;

/// Peers on a simulated network, observed.
final class Tale {

  static final Duration PERIOD = Duration.ofMillis(500);

  final SimulatedNetwork engines;
  final WholeNetwork network = new WholeNetwork();
  final MarkLog marks = new MarkLog();

  Tale(int peers, Spreading spreading, long seed) {
    engines =
        new SimulatedNetwork(
            peers,
            PeerSettings.DEFAULT
                .withPeriod(PERIOD)
                .withSentences(false)
                .withSpreading(spreading)
                .withFailureLimit(100),
            seed);
    for (int peer = 0; peer < peers; peer++) {
      note(new Observation.Seen(engines.snapshot(peer)));
    }
    var _ = engines.listen((peer, event) -> note(new Observation.Happened(peer, event)));
    var _ =
        engines
            .faults()
            .listen(
                inForce -> note(new Observation.FaultsChanged(engines.now(), inForce.faults())));
  }

  void note(Observation observation) {
    network.note(observation);
    marks.note(observation);
  }

  /// Connects each to the next.
  Tale line() {
    return line(0, engines.size() - 1);
  }

  Tale line(int first, int last) {
    for (int peer = first; peer < last; peer++) {
      engines.connect(peer, peer + 1);
    }
    engines.pass(Duration.ofMillis(100));
    return this;
  }

  PeerAddress peer(int index) {
    return engines.address(index);
  }

  /// All are members of a run from now on.
  Tale inARun() {
    List<PeerAddress> members = IntStream.range(0, engines.size()).mapToObj(this::peer).toList();
    note(
        new Observation.RunBegan(
            engines.now(),
            new Run(1, "A trial", null, 1, "line", 1, 0, members, Run.Time.VIRTUAL, false)));
    return this;
  }

  void begin(Fault<PeerAddress> fault) {
    engines.faults().begin(fault);
    engines.pass(Duration.ofMillis(1));
  }

  /// Tells a rumour at the first peer and lets this many periods pass.
  RumorId tell(int periods) {
    RumorId rumor = engines.tell(0, "the tram is late");
    engines.pass(PERIOD.multipliedBy(periods));
    return rumor;
  }

  MeasuredSpread measured(RumorId rumor) {
    return MeasuredSpread.of(
        Objects.requireNonNull(network.spread(rumor)), engines.now(), network::isWatched);
  }

  Outcome outcome(RumorId rumor) {
    network.age(engines.now());
    PeerAddress viewer =
        network.observed().stream().filter(network::isWatched).findFirst().orElseThrow();
    return OutcomeFinder.of(
        measured(rumor), network.picture(viewer, true), Set.of(), network::isWatched);
  }

  List<String> marked() {
    return marks.marks(PeerAddress::toString).stream()
        .map(mark -> mark.kind() + " " + mark.words())
        .toList();
  }
}
