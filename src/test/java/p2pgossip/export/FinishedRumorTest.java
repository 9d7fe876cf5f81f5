package p2pgossip.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Ending;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Observation;
import p2pgossip.network.Playback;
import p2pgossip.network.Recording;
import p2pgossip.network.Run;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadFigures;
import p2pgossip.network.WholeNetwork;
import p2pgossip.simulation.SimulatedNetwork;

/// A rumour that is over: its figures, its tree and everything that is exported of it, before and
/// after everything else that a user can do.
class FinishedRumorTest {

  static final int PEERS = 8;

  /// A new peer of the user's, and an original one.
  static final PeerAddress NEWCOMER = PeerAddress.parse("10.0.9.1:8080");

  private final Recording recording = new Recording();
  final WholeNetwork network = new WholeNetwork();
  SimulatedNetwork engines = new SimulatedNetwork(PEERS, settings(), 7);
  private RumorId rumor = new RumorId("none");
  Run run = run(1, List.of());

  private static PeerSettings settings() {
    return PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(200)).withSentences(false);
  }

  static Run run(int number, List<PeerAddress> members) {
    return new Run(
        number, "Trial", "push-pull", 1, "complete", 7, 0, members, Run.Time.VIRTUAL, false);
  }

  void note(Observation observation) {
    recording.add(observation);
    network.note(observation);
  }

  void happened(PeerAddress peer, GossipEvent event) {
    note(new Observation.Happened(peer, event));
  }

  PeerAddress peer(int index) {
    return engines.snapshot(index).address();
  }

  void pass(Duration time) {
    engines.pass(time);
    network.age(engines.now());
  }

  @BeforeEach
  void aRumorIsToldAndIsOver() {
    List<PeerAddress> members = new ArrayList<>();
    for (int i = 0; i < PEERS; i++) {
      members.add(peer(i));
    }
    run = run(1, members);
    note(new Observation.RunBegan(engines.now(), run));
    for (int i = 0; i < PEERS; i++) {
      note(new Observation.Seen(engines.snapshot(i)));
    }
    engines.listen(this::happened);
    engines.connectAll();
    rumor = engines.tell(3, "Have you heard?");
    pass(Duration.ofSeconds(20));
    assertThat(spread(network).isOver()).isTrue();
    assertThat(SpreadFigures.of(spread(network)).reached()).isEqualTo(PEERS);
  }

  private Spread spread(WholeNetwork of) {
    return Objects.requireNonNull(of.spread(rumor));
  }

  /// Everything that is shown and written of it.
  private Map<String, String> everything(WholeNetwork of) throws IOException {
    Spread spread = spread(of);
    Map<String, String> all = new TreeMap<>();
    MeasuredSpread measured = MeasuredSpread.of(spread, of.now(), of::isWatched);
    all.put("figures", measured.figures().toString());
    all.put("curve", measured.curve().toString());
    all.put("phase", measured.phase() + " " + measured.until() + " " + measured.carried());
    all.put("conditions", spread.conditions().toString());
    all.put("tree", new TreeMap<>(spread.arrivals()).toString());
    all.put("copies", spread.trips().toString());
    all.put(
        "row",
        of.rumors().stream().filter(it -> it.key().equals(rumor)).findFirst().orElseThrow() + "");
    for (ChartCsv.Table table : ChartCsv.Table.values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ChartCsv.write(out, table, List.of(new ChartCsv.Run("A", spread)), Progress.UNHEARD);
      all.put(table + ".csv", out.toString(StandardCharsets.UTF_8));
    }
    Ending ending = Objects.requireNonNull(spread.ending());
    NetworkPicture picture = ending.network().picture();
    ByteArrayOutputStream graphMl = new ByteArrayOutputStream();
    NetworkFiles.writeGraphMl(graphMl, picture, spread);
    all.put("graphml", graphMl.toString(StandardCharsets.UTF_8));
    ByteArrayOutputStream dot = new ByteArrayOutputStream();
    NetworkFiles.writeDot(dot, picture, spread);
    all.put("dot", dot.toString(StandardCharsets.UTF_8));
    return all;
  }

  Rumor told() {
    return spread(network).rumor();
  }

  void ends(int index) {
    happened(peer(index), new GossipEvent.Stopped(engines.now(), peer(index)));
  }

  void starts(PeerAddress address) {
    Peer self = new Peer(engines.now(), Duration.ofMillis(200), address.port(), null, Set.of());
    happened(address, new GossipEvent.Started(engines.now(), address, self));
  }

  void connects(PeerAddress one, PeerAddress other) {
    happened(one, new GossipEvent.PeerConnected(engines.now(), other, new Origin.Asked()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final void faults(Fault<PeerAddress>... inForce) {
    note(new Observation.FaultsChanged(engines.now(), List.of(inForce)));
  }

  void changes(Strategy strategy) {
    changeAll(it -> it.withSpreading(it.spreading().withStrategy(strategy)));
  }

  void changeAll(UnaryOperator<PeerSettings> how) {
    for (int i = 0; i < PEERS; i++) {
      engines.change(engines.address(i), how);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfItChangesWhateverTheUserDoes(UserAction action) throws IOException {
    Map<String, String> before = everything(network);
    Spread spread = spread(network);

    action.done.accept(this);
    pass(Duration.ofSeconds(5));

    assertThat(spread(network)).isSameAs(spread);
    assertThat(everything(network)).isEqualTo(before);
    assertThat(everything(new Playback(recording.snapshot()).network()))
        .as("played from the recording")
        .isEqualTo(before);
  }

  @Test
  void theSliderShowsItAsAtEachMoment() throws IOException {
    Map<String, String> before = everything(network);
    UserAction.STARTS_ANOTHER_SWARM_AT_THE_SAME_PORTS.done.accept(this);
    pass(Duration.ofSeconds(5));
    Playback playback = new Playback(recording.snapshot());
    Instant over = Objects.requireNonNull(spread(network).ending()).at();

    playback.seek(over.minusMillis(500));
    assertThat(spread(playback.network()).isOver()).isFalse();
    playback.seek(playback.start());
    assertThat(playback.network().spread(rumor)).isNull();
    playback.seek(over.plusMillis(1));
    assertThat(everything(playback.network())).isEqualTo(before);
    playback.seek(playback.end());
    assertThat(everything(playback.network())).isEqualTo(before);
  }

  @Test
  void theRecordingShowsTheSameFiguresAsTheLiveView() {
    Playback playback = new Playback(recording.snapshot());
    List<SpreadFigures> live = new ArrayList<>();
    List<SpreadFigures> played = new ArrayList<>();
    WholeNetwork again = new WholeNetwork();
    Instant told = told().born();
    List<Observation> all = recording.snapshot().observations();
    int next = 0;
    for (int step = 0; step < 40; step++) {
      Instant moment = told.plusMillis(100L * step);
      for (; next < all.size() && !all.get(next).at().isAfter(moment); next++) {
        again.note(all.get(next));
      }
      again.age(moment);
      live.add(SpreadFigures.of(spread(again)));
    }
    for (int step = 39; step >= 0; step--) {
      playback.seek(told.plusMillis(100L * step));
      played.addFirst(SpreadFigures.of(spread(playback.network())));
    }
    assertThat(played).isEqualTo(live);
    assertThat(live.getFirst()).isNotEqualTo(live.getLast());
  }

  /// Saves a recording and opens it again.
  private RecordingFile.Opened reopened(Recording saved) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    RecordingFile.write(
        file,
        saved.snapshot(),
        peer(0),
        "p2pgossip",
        engines.now(),
        RecordingLimits.DEFAULT,
        Progress.UNHEARD);
    return RecordingFile.read(
        new ByteArrayInputStream(file.toByteArray()), RecordingLimits.DEFAULT, Progress.UNHEARD);
  }

  @Test
  void aFileIsOpenedWithIt() throws IOException {
    Map<String, String> before = everything(network);
    RecordingFile.Opened opened = reopened(recording);

    assertThat(everything(new Playback(opened.recorded()).network())).isEqualTo(before);
  }

  @Test
  void aRecordingWithoutItsBeginningStillHasItUnchanged() throws IOException {
    Map<String, String> before = everything(network);
    Recording cut = new Recording(1);
    recording.snapshot().observations().forEach(cut::add);
    for (int i = 0; cut.start() == null || cut.start().isBefore(engines.now()); i++) {
      cut.add(
          new Observation.Happened(
              peer(0), new GossipEvent.PeriodBegan(engines.now().plusMillis(i), i, null, 0)));
    }
    RecordingFile.Opened opened = reopened(cut);

    assertThat(opened.recorded().opening()).isNotEmpty();
    assertThat(everything(new Playback(opened.recorded()).network())).isEqualTo(before);
  }
}
