package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static p2pgossip.network.WatchedNetwork.ANN;
import static p2pgossip.network.WatchedNetwork.BOB;
import static p2pgossip.network.WatchedNetwork.DAN;
import static p2pgossip.network.WatchedNetwork.EVE;
import static p2pgossip.network.WatchedNetwork.NOBODY;
import static p2pgossip.network.WatchedNetwork.RUMOR;
import static p2pgossip.network.WatchedNetwork.at;
import static p2pgossip.network.WatchedNetwork.copy;
import static p2pgossip.network.WatchedNetwork.learned;
import static p2pgossip.network.WatchedNetwork.mutual;
import static p2pgossip.network.WatchedNetwork.snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.Sender;

class RecordingTest {

  private static Observation period(int number) {
    return new Observation.Happened(ANN, new GossipEvent.PeriodBegan(at(number), number, null, 0));
  }

  private static Observation happened(GossipEvent event) {
    return new Observation.Happened(ANN, event);
  }

  private static WholeNetwork networkOf(List<Observation> observations) {
    WholeNetwork network = new WholeNetwork();
    observations.forEach(network::note);
    return network;
  }

  /// A network with an observation of each kind.
  private static List<Observation> eventful() {
    List<Observation> seen = new ArrayList<>();
    seen.add(new Observation.Seen(snapshot(0, ANN, 0, List.of(), mutual(BOB), learned(DAN))));
    seen.add(new Observation.Seen(snapshot(0, BOB, 3, List.of(), mutual(ANN), mutual(EVE))));
    seen.add(new Observation.Seen(snapshot(0, EVE, 0, List.of(), mutual(BOB))));
    seen.add(happened(new GossipEvent.PeriodBegan(at(1), 1, "Hark", 2)));
    seen.add(happened(new GossipEvent.RumorHeard(at(2), copy(0, 0), null, false)));
    seen.add(happened(new GossipEvent.PeriodBegan(at(3), 2, "Hark", 2)));
    seen.add(happened(new GossipEvent.CopySent(at(3), BOB, copy(1, 1), false)));
    seen.add(happened(new GossipEvent.CopySent(at(3), DAN, copy(1, 2), false)));
    seen.add(
        new Observation.Happened(
            BOB, new GossipEvent.RumorHeard(at(5), copy(1, 1), new Sender.Named(ANN), false)));
    seen.add(
        happened(
            new GossipEvent.CopyDelivered(
                at(9), BOB, copy(1, 1), Hearing.NEWS, Duration.ofMillis(6))));
    seen.add(
        happened(
            new GossipEvent.CopyDelivered(
                at(9), DAN, copy(1, 2), Hearing.UNSAID, Duration.ofMillis(2))));
    seen.add(
        new Observation.Happened(BOB, new GossipEvent.CopySent(at(11), EVE, copy(2, 1), false)));
    seen.add(
        new Observation.Happened(BOB, new GossipEvent.CopySent(at(12), ANN, copy(2, 2), false)));
    seen.add(
        happened(new GossipEvent.RumorRepeated(at(13), copy(2, 2), new Sender.Named(BOB), false)));
    seen.add(happened(new GossipEvent.CopySent(at(14), BOB, copy(1, 3), false)));
    seen.add(happened(new GossipEvent.CopyFailed(at(20), BOB, copy(1, 3), NOBODY)));
    seen.add(happened(new GossipEvent.InterestLost(at(21), RUMOR.id())));
    seen.add(happened(new GossipEvent.PeersReported(at(22), DAN, Set.of(EVE, BOB))));
    seen.add(
        new Observation.Happened(
            EVE, new GossipEvent.MessageReceived(at(23), new Sender.Named(DAN), "Hark")));
    seen.add(new Observation.FaultsChanged(at(24), List.of(new Fault.Freeze<>(EVE))));
    return seen;
  }

  private static void assertSame(WholeNetwork one, WholeNetwork other) {
    assertThat(one.now()).isEqualTo(other.now());
    assertThat(one.picture(ANN, true)).isEqualTo(other.picture(ANN, true));
    assertThat(one.picture(ANN, false)).isEqualTo(other.picture(ANN, false));
    assertThat(one.rumors()).isEqualTo(other.rumors());
    assertThat(one.faults()).isEqualTo(other.faults());
    assertThat(one.observed()).isEqualTo(other.observed());
    one.observed().forEach(peer -> assertThat(one.peer(peer)).isEqualTo(other.peer(peer)));
    Spread spread = Objects.requireNonNull(one.spread(RUMOR.id()));
    Spread otherSpread = Objects.requireNonNull(other.spread(RUMOR.id()));
    assertThat(SpreadFigures.of(spread)).isEqualTo(SpreadFigures.of(otherSpread));
    assertThat(spread.arrivals()).isEqualTo(otherSpread.arrivals());
    assertThat(spread.trips())
        .map(WatchedNetwork::unnumbered)
        .isEqualTo(otherSpread.trips().stream().map(WatchedNetwork::unnumbered).toList());
  }

  @Test
  void keepsAllInOrderWhileThereIsRoom() {
    Recording recording = new Recording(3_000);
    List<Observation> all =
        IntStream.rangeClosed(1, 2_500).mapToObj(RecordingTest::period).toList();
    all.forEach(recording::add);

    assertThat(recording.snapshot()).isEqualTo(new Recorded(List.of(), all));
    assertThat(recording.size()).isEqualTo(2_500);
    assertThat(recording.start()).isEqualTo(at(1));
    assertThat(recording.end()).isEqualTo(at(2_500));
    assertThat(recording.dropped()).isZero();
  }

  @Test
  void isEmptyAtFirst() {
    Recording recording = new Recording();

    assertThat(recording.snapshot()).isEqualTo(new Recorded(List.of(), List.of()));
    assertThat(recording.start()).isNull();
    assertThat(recording.end()).isNull();
  }

  @Test
  void dropsTheOldestWithoutRoom() {
    Recording recording = new Recording(3_000);
    IntStream.rangeClosed(1, 100_000).mapToObj(RecordingTest::period).forEach(recording::add);

    assertThat(recording.size()).isBetween(3_000, 3_000 + 2 * 1_024);
    assertThat(recording.size() + recording.dropped()).isEqualTo(100_000);
    assertThat(recording.snapshot().observations().getLast()).isEqualTo(period(100_000));
  }

  @Test
  void keepsTheNetworkBeforeTheOldestThatIsKept() {
    Recording recording = new Recording(1_000);
    List<Observation> all = new ArrayList<>(eventful());
    all.addAll(IntStream.rangeClosed(3, 5_000).mapToObj(number -> period(number + 24)).toList());
    all.forEach(recording::add);
    Recorded recorded = recording.snapshot();

    assertThat(recorded.observations()).hasSizeLessThan(3_000);
    Playback playback = new Playback(recorded);
    playback.seek(recorded.start());
    assertThat(playback.network().picture(ANN, true))
        .isEqualTo(networkOf(eventful()).picture(ANN, true));
    assertThat(playback.network().spread(RUMOR.id()))
        .isNotNull()
        .extracting(Spread::copies, Spread::duplicates, Spread::lost)
        .containsExactly(5L, 1L, 1L);
  }

  @Test
  void givesObservationsThatRestoreTheState() {
    WholeNetwork network = networkOf(eventful());

    assertSame(networkOf(network.toObservations()), network);
  }

  @Test
  void combinesLaterObservationsWithTheRestoredState() {
    List<Observation> later =
        List.of(
            new Observation.Happened(
                EVE, new GossipEvent.RumorHeard(at(25), copy(2, 1), new Sender.Named(BOB), false)),
            new Observation.Happened(
                BOB,
                new GossipEvent.CopyDelivered(
                    at(26), ANN, copy(2, 2), Hearing.KNOWN, Duration.ofMillis(2))));
    WholeNetwork network = networkOf(eventful());
    WholeNetwork retold = networkOf(network.toObservations());
    later.forEach(network::note);
    later.forEach(retold::note);

    assertSame(retold, network);
  }

  @Test
  void restoresPeersThatHaveEndedOrAreOutOfSight() {
    List<Observation> all = new ArrayList<>(eventful());
    all.add(new Observation.Happened(EVE, new GossipEvent.Stopped(at(30), EVE)));
    all.add(new Observation.LostSight(at(31), BOB, "its stream broke off"));
    WholeNetwork network = networkOf(all);

    assertSame(networkOf(network.toObservations()), network);
  }

  @Test
  void beginsAnewWithANetworkWhoseClockIsFarBehind() {
    Recording recording = new Recording(1_000);
    eventful().forEach(recording::add);
    IntStream.rangeClosed(1, 1_500)
        .mapToObj(number -> period(number * 1_000))
        .forEach(recording::add);
    List<Observation> later = List.of(startedAt(2_000), period(2_001), period(2_002));
    later.forEach(recording::add);
    Recorded recorded = recording.snapshot();
    Playback playback = new Playback(recorded);

    assertThat(recorded.observations()).isEqualTo(later);
    assertThat(recording.end()).isEqualTo(at(2_002));
    assertThat(recording.size() + recording.dropped()).isEqualTo(eventful().size() + 1_500 + 3);
    assertThat(playback.network().now()).isEqualTo(at(2_002));
    playback.seek(at(2_001));
    assertThat(playback.network().now()).isEqualTo(at(2_001));
    assertThat(playback.network().rumors()).hasSize(1);
  }

  @Test
  void goesOnWithANetworkWhoseClockIsALittleBehind() {
    Recording recording = new Recording(1_000);
    recording.add(period(9_000));
    recording.add(startedAt(2_000));

    assertThat(recording.size()).isEqualTo(2);
    assertThat(recording.end()).isEqualTo(at(9_000));
  }

  private static Observation startedAt(long millis) {
    Peer self = new Peer(at(millis), Duration.ofSeconds(1), ANN.port(), null, Set.of());
    return happened(new GossipEvent.Started(at(millis), ANN, self));
  }

  @Test
  void beginsAnewWhenItIsCleared() {
    Recording recording = new Recording(1_000);
    IntStream.rangeClosed(1, 5_000).mapToObj(RecordingTest::period).forEach(recording::add);
    recording.clear();
    recording.add(period(7));

    assertThat(recording.snapshot()).isEqualTo(new Recorded(List.of(), List.of(period(7))));
    assertThat(recording.dropped()).isZero();
  }

  @Test
  void refusesABoundOfZero() {
    assertThatThrownBy(() -> new Recording(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keeps nothing");
  }
}
