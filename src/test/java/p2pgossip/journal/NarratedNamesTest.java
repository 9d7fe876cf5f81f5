package p2pgossip.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.Standing;

/// The names of peers in the lines of the log.
class NarratedNamesTest {

  private static final Instant AT = Instant.parse("2026-11-22T08:15:30.042Z");
  private static final PeerAddress SELF = PeerAddress.parse("127.0.0.1:8080");
  private static final PeerAddress PEER = PeerAddress.parse("127.0.0.1:8081");
  private static final PeerAddress NEIGHBOR = PeerAddress.parse("[::1]:8082");
  private static final Failure FAILURE =
      new Failure(Failure.Kind.UNREACHABLE, "nothing listens there");
  private static final PeerName ANA = new PeerName("Ana");
  private static final PeerName RTL = new PeerName("שרה");

  private final Narrator narrator = new Narrator(PeerSettings.DEFAULT);

  private String textOf(GossipEvent event) {
    return narrator.narrate(event).orElseThrow().text();
  }

  private static GossipEvent.PeerNamed named(PeerAddress peer, @Nullable PeerName name) {
    return new GossipEvent.PeerNamed(AT, peer, name);
  }

  @Test
  void saysTheNameOfANeighbourBesideItsAddressFromTheNextLineOn() {
    assertThat(narrator.narrate(named(PEER, ANA))).isEmpty();
    assertThat(
            narrator.narrate(
                new GossipEvent.MessageReceived(AT, new Sender.Named(PEER), "Bob met Alice.")))
        .contains(new JournalLine(1, AT, LineKind.RECEIVED, PEER, ANA, "", "Bob met Alice."));
    assertThat(textOf(new GossipEvent.PeerLearned(AT, NEIGHBOR, PEER)))
        .startsWith("[::1]:8082 was learned from the list of 127.0.0.1:8081 (Ana);");
    assertThat(textOf(new GossipEvent.PeerForgotten(AT, PEER, FAILURE)))
        .isEqualTo(
            "127.0.0.1:8081 (Ana) failed too often and is forgotten: nothing listens there.");
  }

  @Test
  void tellsThatANeighbourIsCalledDifferently() {
    narrator.narrate(named(PEER, ANA));

    assertThat(textOf(named(PEER, RTL)))
        .isEqualTo("127.0.0.1:8081 (Ana) is called שרה from now on.");
    assertThat(narrator.narrate(named(PEER, RTL))).isEmpty();
    assertThat(textOf(named(PEER, null))).isEqualTo("127.0.0.1:8081 (שרה) has no name any longer.");
  }

  @Test
  void tellsTheNameOfThisPeer() {
    Peer self = new Peer(AT, Duration.ofSeconds(5), 8080, null, Set.of()).withName(ANA);

    assertThat(textOf(new GossipEvent.Started(AT, SELF, self)))
        .isEqualTo("This peer, Ana, runs at 127.0.0.1:8080 and sends a message every 5 s.");
    assertThat(textOf(named(SELF, RTL))).isEqualTo("This peer is called שרה from now on.");
    assertThat(textOf(named(SELF, null))).isEqualTo("This peer has no name any longer.");
  }

  @Test
  void knowsTheNamesThatAStateHas() {
    PeerSnapshot snapshot =
        new PeerSnapshot(
            AT,
            SELF,
            new Peer(AT, Duration.ofSeconds(5), 8080, null, Set.of()),
            PeerSettings.DEFAULT,
            0,
            List.of(new PeerSnapshot.Acquaintance(PEER, Standing.CONNECTED, Mutuality.MUTUAL, ANA)),
            List.of());
    narrator.know(snapshot);

    assertThat(textOf(new GossipEvent.PeerRecovered(AT, PEER)))
        .isEqualTo("127.0.0.1:8081 (Ana) answers again.");
  }
}
