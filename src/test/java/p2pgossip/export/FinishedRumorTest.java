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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;
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

  private static final int PEERS = 8;

  /// A new peer of the user's, and an original one.
  private static final PeerAddress NEWCOMER = PeerAddress.parse("10.0.9.1:8080");

  private final Recording recording = new Recording();
  private final WholeNetwork network = new WholeNetwork();
  private SimulatedNetwork engines = new SimulatedNetwork(PEERS, settings(), 7);
  private RumorId rumor = new RumorId("none");
  private Run run = run(1, List.of());

  private static PeerSettings settings() {
    return PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(200)).withSentences(false);
  }

  private static Run run(int number, List<PeerAddress> members) {
    return new Run(number, "Trial", "push-pull", 1, "complete", 7, 0, members, Run.Time.VIRTUAL);
  }

  private void note(Observation observation) {
    recording.add(observation);
    network.note(observation);
  }

  private void happened(PeerAddress peer, GossipEvent event) {
    note(new Observation.Happened(peer, event));
  }

  private PeerAddress peer(int index) {
    return engines.snapshot(index).address();
  }

  private void pass(Duration time) {
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
    NetworkPicture picture = ending.network();
    ByteArrayOutputStream graphMl = new ByteArrayOutputStream();
    NetworkFiles.writeGraphMl(graphMl, picture, spread);
    all.put("graphml", graphMl.toString(StandardCharsets.UTF_8));
    ByteArrayOutputStream dot = new ByteArrayOutputStream();
    NetworkFiles.writeDot(dot, picture, spread);
    all.put("dot", dot.toString(StandardCharsets.UTF_8));
    return all;
  }

  /// What a user can do once it is over.
  enum UserAction {
    KILLS_A_PEER(it -> it.ends(2)),
    KILLS_ALL(
        it -> {
          for (int i = 0; i < PEERS; i++) {
            it.ends(i);
          }
        }),
    STARTS_ITS_ORIGIN_AGAIN(
        it -> {
          it.ends(3);
          it.starts(it.peer(3));
        }),
    LOSES_SIGHT_OF_A_PEER(
        it -> it.note(new Observation.LostSight(it.engines.now(), it.peer(1), "gone"))),
    HAS_ANOTHER_JOIN(
        it -> {
          it.starts(NEWCOMER);
          it.connects(it.peer(0), NEWCOMER);
          it.connects(NEWCOMER, it.peer(0));
        }),
    HAS_THE_NEWCOMER_TOLD_IT(
        it -> {
          it.starts(NEWCOMER);
          it.connects(it.peer(0), NEWCOMER);
          Copy copy = new Copy(it.told(), 4, 999);
          it.happened(
              it.peer(0), new GossipEvent.CopySent(it.engines.now(), NEWCOMER, copy, false));
          it.happened(
              NEWCOMER,
              new GossipEvent.RumorHeard(
                  it.engines.now(), copy, new Sender.Named(it.peer(0)), false));
        }),
    HAS_AN_ORIGINAL_PEER_TOLD_IT(
        it -> {
          it.connects(it.peer(0), NEWCOMER);
          Copy copy = new Copy(it.told(), 4, 999);
          it.happened(
              it.peer(0), new GossipEvent.CopySent(it.engines.now(), NEWCOMER, copy, false));
          it.happened(
              it.peer(0),
              new GossipEvent.CopyDelivered(
                  it.engines.now(), NEWCOMER, copy, Hearing.UNSAID, Duration.ofMillis(2)));
        }),
    PARTS_THE_NETWORK(
        it ->
            it.faults(
                new Fault.Partition<>(
                    List.of(Set.of(it.peer(0)), Set.of(it.peer(1), it.peer(2)))))),
    LOSES_COPIES(it -> it.faults(new Fault.Loss<>(new Path.Everywhere<>(), 0.5))),
    FREEZES_AND_HEALS(
        it -> {
          it.faults(new Fault.Freeze<>(it.peer(4)));
          it.faults();
        }),
    FORGETS_RUMORS(it -> it.engines.forgetRumors()),
    CHOOSES_FLOOD(it -> it.changes(Strategy.FLOOD)),
    CHOOSES_ANTI_ENTROPY(it -> it.changes(Strategy.ANTI_ENTROPY)),
    CHOOSES_DIRECT(it -> it.changes(Strategy.DIRECT)),
    CHOOSES_ANOTHER_PERIOD(
        it -> it.changeAll(settings -> settings.withPeriod(Duration.ofSeconds(1)))),
    PAUSES_AND_GOES_ON(
        it -> {
          it.changeAll(settings -> settings.withPaused(true));
          it.pass(Duration.ofMinutes(1));
          it.changeAll(settings -> settings.withPaused(false));
        }),
    TELLS_ANOTHER(it -> it.engines.tell(0, "Another")),
    TELLS_SIXTY_MORE(
        it -> {
          // No more than 63, since 64 are remembered.
          for (int i = 0; i < 60; i++) {
            it.engines.tell(i % PEERS, "Another " + i);
          }
        }),
    TELLS_THE_SAME_AGAIN(
        it ->
            it.happened(
                it.peer(3),
                new GossipEvent.RumorHeard(
                    it.engines.now(), new Copy(it.told(), 0, 0), null, false))),
    STARTS_ANOTHER_SWARM_AT_THE_SAME_PORTS(
        it -> {
          it.note(new Observation.RunEnded(it.engines.now(), 1));
          for (int i = 0; i < PEERS; i++) {
            it.ends(i);
          }
          it.note(new Observation.RunBegan(it.engines.now(), run(2, it.run.members())));
          for (int i = 0; i < PEERS; i++) {
            it.starts(it.peer(i));
          }
          it.happened(
              it.peer(3),
              new GossipEvent.RumorHeard(it.engines.now(), new Copy(it.told(), 0, 0), null, false));
        }),
    STARTS_A_SECOND_SWARM_BESIDE(
        it -> {
          it.note(new Observation.RunBegan(it.engines.now(), run(2, List.of(NEWCOMER))));
          it.starts(NEWCOMER);
          it.connects(NEWCOMER, it.peer(0));
        }),
    SETS_THE_CLOCK_BACK_AND_FORTH(
        it -> {
          it.network.age(it.engines.now().plus(Duration.ofHours(8)));
          it.happened(
              it.peer(0),
              new GossipEvent.PeerConnected(
                  it.engines.now().minus(Duration.ofHours(8)), NEWCOMER, new Origin.Asked()));
        }),
    WAITS_FOR_ELEVEN_MINUTES(it -> it.pass(Duration.ofMinutes(11))),
    MEETS_MORE_PEERS_THAN_ARE_REMEMBERED(
        it -> {
          for (int i = 0; i < PEERS; i++) {
            it.ends(i);
          }
          for (int i = 0; i < 2_100; i++) {
            it.starts(PeerAddress.parse("10.1.%s.%s:80".formatted(i / 250, i % 250)));
          }
        });

    private final Consumer<FinishedRumorTest> done;

    UserAction(Consumer<FinishedRumorTest> done) {
      this.done = done;
    }
  }

  private Rumor told() {
    return spread(network).rumor();
  }

  private void ends(int index) {
    happened(peer(index), new GossipEvent.Stopped(engines.now(), peer(index)));
  }

  private void starts(PeerAddress address) {
    Peer self = new Peer(engines.now(), Duration.ofMillis(200), address.port(), null, Set.of());
    happened(address, new GossipEvent.Started(engines.now(), address, self));
  }

  private void connects(PeerAddress one, PeerAddress other) {
    happened(one, new GossipEvent.PeerConnected(engines.now(), other, new Origin.Asked()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private final void faults(Fault<PeerAddress>... inForce) {
    note(new Observation.FaultsChanged(engines.now(), List.of(inForce)));
  }

  private void changes(Strategy strategy) {
    changeAll(it -> it.withSpreading(it.spreading().withStrategy(strategy)));
  }

  private void changeAll(UnaryOperator<PeerSettings> how) {
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

  @Test
  void aFileIsOpenedWithIt() throws IOException {
    Map<String, String> before = everything(network);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    RecordingFile.write(
        file,
        recording.snapshot(),
        peer(0),
        "p2pgossip",
        engines.now(),
        RecordingLimits.DEFAULT,
        Progress.UNHEARD);
    RecordingFile.Opened opened =
        RecordingFile.read(
            new ByteArrayInputStream(file.toByteArray()),
            RecordingLimits.DEFAULT,
            Progress.UNHEARD);

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
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    RecordingFile.write(
        file,
        cut.snapshot(),
        peer(0),
        "p2pgossip",
        engines.now(),
        RecordingLimits.DEFAULT,
        Progress.UNHEARD);
    RecordingFile.Opened opened =
        RecordingFile.read(
            new ByteArrayInputStream(file.toByteArray()),
            RecordingLimits.DEFAULT,
            Progress.UNHEARD);

    assertThat(opened.recorded().opening()).isNotEmpty();
    assertThat(everything(new Playback(opened.recorded()).network())).isEqualTo(before);
  }
}
