package p2pgossip.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.network.Spread;
import p2pgossip.testing.HandDrivenExecutor;
import p2pgossip.testing.Recorder;

class NetworkViewModelTest {

  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  private static final PeerAddress HERE = PeerAddress.parse("127.0.0.1:8080");
  private static final PeerAddress THERE = PeerAddress.parse("127.0.0.1:8081");

  /// What would be done on the FX thread a little later.
  private final HandDrivenExecutor later = new HandDrivenExecutor();

  private final NetworkViewModel network =
      new NetworkViewModel(Runnable::run, later, later, InstantSource.fixed(START));
  private final Recorder<Observation> passed = new Recorder<>();

  @AfterEach
  void close() {
    network.close();
  }

  private static Instant second(double seconds) {
    return START.plusNanos((long) (seconds * 1e9));
  }

  private static Observation started(PeerAddress address, double at) {
    Peer self = new Peer(START, Duration.ofSeconds(1), address.port(), null, Set.of());
    return new Observation.Happened(address, new GossipEvent.Started(second(at), address, self));
  }

  private static Rumor rumor(String id, double at) {
    return new Rumor(new RumorId(id), HERE, second(at), "The tea is cold.");
  }

  private static Observation begins(Rumor rumor) {
    return new Observation.Happened(
        HERE, new GossipEvent.RumorHeard(rumor.born(), new Copy(rumor, 0, 0), null, false));
  }

  private static Observation heardThere(Rumor rumor, double at) {
    return new Observation.Happened(
        THERE,
        new GossipEvent.RumorHeard(
            second(at), new Copy(rumor, 1, 1), new Sender.Named(HERE), false));
  }

  private void saw(Observation... observations) {
    network.take(List.of(observations));
    laterHappens();
    network.lookFrom(HERE, true);
    laterHappens();
  }

  private void laterHappens() {
    later.runAll();
  }

  private Set<PeerAddress> reached() {
    Spread spread = network.view().spread();
    return spread == null ? Set.of() : spread.arrivals().keySet();
  }

  @Test
  void showsTheNewestRumorUntilAnotherIsChosen() {
    Rumor first = rumor("first", 1);
    Rumor second = rumor("second", 2);
    saw(started(HERE, 0), begins(first));
    assertThat(network.view().chosen()).isEqualTo(first.id());

    saw(begins(second));
    assertThat(network.view().chosen()).isEqualTo(second.id());

    network.choose(first.id());

    laterHappens();
    saw(begins(rumor("third", 3)));
    assertThat(network.view().chosen()).isEqualTo(first.id());
  }

  @Test
  void laysRumorsOverTheChosenOne() {
    Rumor first = rumor("first", 1);
    Rumor second = rumor("second", 2);
    saw(started(HERE, 0), begins(first), begins(second));
    network.compare(first.id(), true);
    laterHappens();
    assertThat(network.view().spreads())
        .extracting(measured -> measured.spread().rumor().id())
        .containsExactly(second.id(), first.id());

    network.compare(first.id(), false);

    laterHappens();
    assertThat(network.view().spreads())
        .extracting(measured -> measured.spread().rumor().id())
        .containsExactly(second.id());
  }

  @Test
  void comparesNoRumorWithItselfWhereItsRunWasKept() {
    Rumor first = rumor("first", 1);
    Rumor second = rumor("second", 2);
    saw(started(HERE, 0), begins(first));
    network.keepRun("push");
    laterHappens();
    assertThat(network.view().runs()).isEmpty();

    saw(begins(second));
    assertThat(network.view().runs()).extracting(KeptRun::name).containsExactly("push");

    network.compare(first.id(), true);
    laterHappens();
    assertThat(network.view().runs()).isEmpty();

    network.compare(first.id(), false);
    laterHappens();
    assertThat(network.view().runs()).extracting(KeptRun::name).containsExactly("push");
  }

  @Test
  void standsStillWhileHeldAndCatchesUpOnceLive() {
    Rumor rumor = rumor("one", 1);
    saw(started(HERE, 0), started(THERE, 0), begins(rumor));
    network.hold();
    laterHappens();
    saw(heardThere(rumor, 2));
    assertThat(network.view().moment().mode()).isEqualTo(Moment.Mode.HELD);
    assertThat(reached()).containsExactly(HERE);

    network.goLive();

    laterHappens();
    assertThat(network.view().moment().mode()).isEqualTo(Moment.Mode.LIVE);
    assertThat(reached()).containsExactlyInAnyOrder(HERE, THERE);
  }

  @Test
  void goesBackToAMomentOfTheRecording() {
    Rumor rumor = rumor("one", 1);
    saw(started(HERE, 0), started(THERE, 0), begins(rumor), heardThere(rumor, 5));
    network.seek(second(3));
    laterHappens();
    assertThat(network.view().moment())
        .isEqualTo(new Moment(second(0), second(5), second(3), Moment.Mode.HELD, 1));
    assertThat(reached()).containsExactly(HERE);
  }

  @Test
  void playsAtItsPaceAndHandsOutWhatItPasses() {
    Rumor rumor = rumor("one", 1);
    saw(started(HERE, 0), started(THERE, 0), begins(rumor), heardThere(rumor, 5));
    network.seek(second(0));
    laterHappens();
    network.viewProperty().subscribe(view -> view.passed().forEach(passed));
    passed.drain();
    network.setPace(2);
    laterHappens();
    network.play();
    laterHappens();
    network.advance(Duration.ofSeconds(2));
    laterHappens();
    assertThat(passed).containsExactly(begins(rumor));

    network.advance(Duration.ofSeconds(1));

    laterHappens();
    assertThat(passed).containsExactly(begins(rumor), heardThere(rumor, 5));
    assertThat(network.view().moment().mode()).isEqualTo(Moment.Mode.HELD);
  }

  @Test
  void beginsAnewWhereItIsPlayedFromTheEnd() {
    saw(started(HERE, 0), begins(rumor("one", 1)));
    network.play();
    laterHappens();
    assertThat(network.view().moment())
        .isEqualTo(new Moment(second(0), second(1), second(0), Moment.Mode.PLAYING, 1));
  }

  @Test
  void stepsBackAndOnByWhatMatters() {
    Rumor rumor = rumor("one", 1);
    saw(started(HERE, 0), started(THERE, 0), begins(rumor), heardThere(rumor, 5));
    network.step(false);
    laterHappens();
    assertThat(reached()).containsExactly(HERE);

    network.step(true);

    laterHappens();
    assertThat(reached()).containsExactlyInAnyOrder(HERE, THERE);
  }

  @Test
  void playsARecordingFromElsewhereFromItsBeginning() {
    Rumor rumor = rumor("one", 1);
    network.open(new Recorded(List.of(), List.of(started(HERE, 0), begins(rumor))), HERE);
    laterHappens();
    assertThat(network.view().moment().at()).isEqualTo(second(0));
    assertThat(network.isLive()).isFalse();
  }

  @Test
  void saysWhoseTheRecordingFromElsewhereIsAndOfWhen() {
    assertThat(network.view().opened()).isNull();

    network.open(new Recorded(List.of(), List.of(started(HERE, 0), started(THERE, 4))), THERE);

    laterHappens();

    assertThat(network.view().opened()).isEqualTo(new OpenedRecording(THERE, second(0), second(4)));
    assertThat(network.self()).isEqualTo(THERE);
  }

  @Test
  void hasNoPresentWhereOnlyARecordingFromElsewhereIsShown() {
    Rumor rumor = rumor("one", 1);
    network.open(new Recorded(List.of(), List.of(started(HERE, 0), begins(rumor))), HERE);
    laterHappens();
    boolean present = network.view().moment().hasPresent();
    network.goLive();
    laterHappens();

    assertThat(present).isFalse();
    assertThat(network.view().moment())
        .isEqualTo(new Moment(second(0), second(1), second(1), Moment.Mode.HELD, 1, false));
    assertThat(reached()).containsExactly(HERE);
    assertThat(network.view().opened()).isNotNull();
  }

  @Test
  void leavesARecordingFromElsewhereForAPeerThatIsStarted() {
    network.open(new Recorded(List.of(), List.of(started(HERE, 0))), HERE);
    laterHappens();
    network.take(List.of(started(THERE, 9)));
    laterHappens();
    assertThat(network.self()).isEqualTo(HERE);
    network.lookFrom(THERE, false);
    laterHappens();

    isAtThePresentOf(THERE);
  }

  @Test
  void staysAtThePresentWhereARecordingFromElsewhereIsReadyTooLate() {
    network.open(new Recorded(List.of(), List.of(started(HERE, 0))), HERE);
    laterHappens();
    network.take(List.of(started(THERE, 9)));
    laterHappens();
    network.lookFrom(THERE, false);
    laterHappens();

    isAtThePresentOf(THERE);
  }

  private void isAtThePresentOf(PeerAddress peer) {
    assertThat(network.isLive()).isTrue();
    assertThat(network.view().moment().hasPresent()).isTrue();
    assertThat(network.view().opened()).isNull();
    assertThat(network.self()).isEqualTo(peer);
    assertThat(network.view().picture().nodes()).containsOnlyKeys(peer);
  }

  @Test
  void showsAllOfARecordingFromElsewhereWhateverTheWindowShowsOfItsOwn() {
    PeerAddress distant = PeerAddress.parse("127.0.0.1:8082");
    List<Observation> seen = List.of(started(HERE, 0), started(THERE, 0), started(distant, 0));
    network.open(new Recorded(List.of(), seen), HERE);
    laterHappens();
    network.lookFrom(null, false);
    laterHappens();
    assertThat(network.view().picture().nodes()).containsOnlyKeys(HERE, THERE, distant);
  }

  @Test
  void turnsToThePresentAndTheNewestRumorWhereOneIsToldNow() {
    Rumor first = rumor("first", 1);
    Rumor second = rumor("second", 2);
    saw(started(HERE, 0), begins(first), begins(second));
    network.choose(first.id());
    laterHappens();
    network.hold();
    laterHappens();
    assertThat(network.isLive()).isFalse();

    network.awaitRumor();

    laterHappens();
    assertThat(network.isLive()).isTrue();
    assertThat(network.view().chosen()).isEqualTo(second.id());
    assertThat(network.usualRumor()).isEqualTo("Rumour 3");
  }

  @Test
  void showsWhatIsMadeToGoWrong() {
    Fault<PeerAddress> frozen = new Fault.Freeze<>(THERE);
    saw(started(HERE, 0), new Observation.FaultsChanged(second(1), List.of(frozen)));
    assertThat(network.view().faults()).containsExactly(frozen);
  }

  @Test
  void showsAnotherPeerWhereItsOwnDoesNotRun() {
    network.take(List.of(started(THERE, 0)));
    laterHappens();
    network.lookFrom(null, true);
    laterHappens();
    assertThat(network.view().picture().nodes()).containsOnlyKeys(THERE);
  }

  @Test
  void showsNobodyWhereNobodyRuns() {
    saw(started(HERE, 0));
    network.take(List.of(new Observation.Happened(HERE, new GossipEvent.Stopped(second(1), HERE))));
    laterHappens();
    network.lookFrom(null, false);
    laterHappens();
    assertThat(network.view().picture().nodes()).isEmpty();
  }
}
