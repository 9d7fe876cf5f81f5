package p2pgossip.network;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.network.WatchedNetwork.ANN;
import static p2pgossip.network.WatchedNetwork.BOB;
import static p2pgossip.network.WatchedNetwork.EVE;
import static p2pgossip.network.WatchedNetwork.at;
import static p2pgossip.network.WatchedNetwork.mutual;
import static p2pgossip.network.WatchedNetwork.self;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;

/// What is known of the names of peers, and what they are called by it.
class NamingTest {

  private static final PeerName ANA = new PeerName("Ana");
  private static final PeerName BEA = new PeerName("Bea");
  private static final PeerName CAI = new PeerName("Cai");

  private final WatchedNetwork seen = new WatchedNetwork();

  private NetworkPicture picture() {
    return seen.network.picture(ANN, true);
  }

  private Map<PeerAddress, PeerName> names() {
    return picture().names().names();
  }

  private boolean named(PeerAddress by, PeerAddress peer, @Nullable PeerName name) {
    return seen.happened(by, new GossipEvent.PeerNamed(at(1), peer, name));
  }

  private static Map<PeerAddress, PeerName> namesIn(WholeNetwork network) {
    return network.picture(ANN, true).names().names();
  }

  @Test
  void aWatchedPeerIsBelievedAboutItself() {
    seen.happened(ANN, new GossipEvent.Started(at(0), ANN, self(ANN).withName(ANA)));
    seen.seen(ANN, mutual(BOB));
    assertThat(names()).isEmpty();

    assertThat(named(ANN, ANN, ANA)).isTrue();
    assertThat(names()).isEqualTo(Map.of(ANN, ANA));
  }

  @Test
  void aNeighbourIsCalledWhatItToldThisPeer() {
    seen.seen(ANN, mutual(BOB).named(BEA));
    assertThat(names()).isEqualTo(Map.of(BOB, BEA));

    named(ANN, BOB, CAI);
    assertThat(names()).isEqualTo(Map.of(BOB, CAI));

    // What is known of the link changes, and not the name.
    seen.happened(ANN, new GossipEvent.PeerRestarted(at(2), BOB, true));
    assertThat(names()).isEqualTo(Map.of(BOB, CAI));

    named(ANN, BOB, null);
    assertThat(names()).isEmpty();
  }

  @Test
  void nobodyNamesAPeerThatSpeaksForItself() {
    seen.seen(ANN, mutual(BOB).named(ANA));
    seen.seen(BOB, mutual(ANN));
    assertThat(names()).isEmpty();

    named(BOB, BOB, BEA);
    assertThat(names()).isEqualTo(Map.of(BOB, BEA));
  }

  @Test
  void ofTwoThatNameAPeerThisPeerCounts() {
    seen.seen(ANN, mutual(EVE).named(ANA), mutual(BOB));
    seen.seen(BOB, mutual(EVE).named(BEA), mutual(ANN));

    assertThat(names()).isEqualTo(Map.of(EVE, ANA));
  }

  @Test
  void aPeerThatHasEndedKeepsItsName() {
    seen.seen(ANN, mutual(BOB));
    seen.happened(BOB, new GossipEvent.Started(at(0), BOB, self(BOB).withName(BEA)));
    seen.happened(BOB, new GossipEvent.Stopped(at(3), BOB));

    assertThat(names()).isEqualTo(Map.of(BOB, BEA));
  }

  @Test
  void theStateOfANetworkHasTheNames() {
    seen.seen(ANN, mutual(EVE).named(CAI), mutual(BOB));
    seen.happened(BOB, new GossipEvent.Started(at(0), BOB, self(BOB).withName(BEA)));
    WholeNetwork again = new WholeNetwork();
    seen.network.toObservations().forEach(again::note);

    assertThat(namesIn(again)).isEqualTo(Map.of(BOB, BEA, EVE, CAI));
  }

  @Test
  void labelsAreNamesWhileTheyAreShown() {
    seen.seen(ANN, mutual(BOB).named(BEA));
    PeerLabels named = picture().labels();
    PeerLabels addresses = picture().namesShown(false).labels();

    assertThat(named.of(BOB)).isEqualTo("Bea");
    assertThat(named.of(ANN)).isEqualTo(":8081");
    assertThat(named.whole(BOB)).isEqualTo("127.0.0.1:8082 (Bea)");
    assertThat(addresses.of(BOB)).isEqualTo(":8082");
    assertThat(addresses.whole(BOB)).isEqualTo("127.0.0.1:8082");
  }

  @Test
  void peersWithNamesThatLookAlikeAreToldApart() {
    Naming names = new Naming(Map.of(ANN, ANA, BOB, new PeerName("ANA"), EVE, CAI), true);
    PeerLabels labels = PeerLabels.of(Set.of(ANN, BOB, EVE), names);

    assertThat(labels.of(ANN)).isEqualTo("Ana :8081");
    assertThat(labels.of(BOB)).isEqualTo("ANA :8082");
    assertThat(labels.of(EVE)).isEqualTo("Cai");
  }

  @Test
  void aLongNameIsCutInADrawingButNotWhatTellsItApart() {
    PeerName large = new PeerName("Wolfeschlegelsteinhausen");
    PeerName bees = new PeerName("🐝".repeat(24));
    PeerLabels labels =
        PeerLabels.of(
            Set.of(ANN, BOB, EVE), new Naming(Map.of(ANN, large, BOB, large, EVE, bees), true));

    assertThat(labels.brief(ANN)).isEqualTo("Wolfeschlegelst… :8081");
    assertThat(labels.brief(EVE)).isEqualTo("🐝".repeat(15) + "…");
    assertThat(labels.of(ANN)).isEqualTo("Wolfeschlegelsteinhausen :8081");
  }
}
