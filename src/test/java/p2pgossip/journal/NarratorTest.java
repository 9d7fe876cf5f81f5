package p2pgossip.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Sender;

class NarratorTest {

  private static final Instant AT = Instant.parse("2026-11-22T08:15:30.042Z");
  private static final PeerAddress SELF = PeerAddress.parse("127.0.0.1:8080");
  private static final PeerAddress PEER = PeerAddress.parse("127.0.0.1:8081");
  private static final PeerAddress NEIGHBOR = PeerAddress.parse("[::1]:8082");
  private static final Failure FAILURE =
      new Failure(Failure.Kind.UNREACHABLE, "nothing listens there");

  private final Narrator narrator = new Narrator(PeerSettings.DEFAULT);

  @Test
  void tellsWhereThePeerRunsAndHowOftenItSends() {
    Peer self = new Peer(AT, Duration.ofMillis(1_500), 8080, null, Set.of());

    assertThat(narrator.narrate(new GossipEvent.Started(AT, SELF, self)))
        .contains(note("This peer runs at 127.0.0.1:8080 and sends a message every 1.5 s."));
  }

  @Test
  void tellsThatThePeerHasEnded() {
    assertThat(narrator.narrate(new GossipEvent.Stopped(AT, SELF)))
        .contains(note("This peer at 127.0.0.1:8080 has ended."));
  }

  @Test
  void showsASentMessageByItsTextAlone() {
    assertThat(narrator.narrate(new GossipEvent.MessageSent(AT, 7, PEER, "Bob met Alice.")))
        .contains(line(LineKind.SENT, PEER, "Bob met Alice."));
  }

  @Test
  void tellsWhyAMessageFailedAndWhatItSaid() {
    assertThat(
            narrator.narrate(new GossipEvent.MessageFailed(AT, 7, PEER, "Bob met Alice.", FAILURE)))
        .contains(
            line(
                LineKind.FAILED,
                PEER,
                "Message failed: nothing listens there. It said: “Bob met Alice.”"));
  }

  @Test
  void tellsWhyNoMessageWasSent() {
    assertThat(narrator.narrate(new GossipEvent.MessageSkipped(AT, PEER)))
        .contains(
            line(
                LineKind.FAILED,
                PEER,
                "No message this time: the previous one is still unanswered."));
  }

  @Test
  void showsAReceivedMessageByItsTextAlone() {
    assertThat(narrator.narrate(received(new Sender.Named(PEER), "Bob met Alice.")))
        .contains(line(LineKind.RECEIVED, PEER, "Bob met Alice."));
  }

  @Test
  void remarksThatASenderIsOnlyPresumed() {
    assertThat(narrator.narrate(received(new Sender.Presumed(PEER), "Bob met Alice.")))
        .contains(
            new JournalLine(1, AT, LineKind.RECEIVED, PEER, "sender presumed", "Bob met Alice."));
  }

  @Test
  void remarksWhereAMessageOfNoKnownPeerCameFrom() {
    assertThat(
            narrator.narrate(
                received(new Sender.Unnamed(PeerAddress.parseIp("2001:db8::7")), "Hello.")))
        .contains(new JournalLine(1, AT, LineKind.RECEIVED, null, "from 2001:db8::7", "Hello."));
  }

  @Test
  void tellsThatAPeerIsAskedToConnect() {
    assertThat(narrator.narrate(new GossipEvent.PeerPending(AT, PEER, new Origin.Asked())))
        .contains(line(LineKind.JOINED, PEER, "Connecting to 127.0.0.1:8081."));
  }

  @Test
  void tellsThatACallerIsChecked() {
    assertThat(narrator.narrate(new GossipEvent.PeerPending(AT, PEER, new Origin.Called())))
        .contains(
            line(
                LineKind.JOINED,
                PEER,
                "127.0.0.1:8081 asked to be connected; checking that it answers."));
  }

  @Test
  void tellsThatAListedPeerIsChecked() {
    assertThat(
            narrator.narrate(new GossipEvent.PeerPending(AT, PEER, new Origin.ListedBy(NEIGHBOR))))
        .contains(
            line(
                LineKind.JOINED,
                PEER,
                "[::1]:8082 lists 127.0.0.1:8081; checking that it answers."));
  }

  @Test
  void tellsThatAPeerIsConnectedAsTheUserAsked() {
    assertThat(narrator.narrate(new GossipEvent.PeerConnected(AT, PEER, new Origin.Asked())))
        .contains(
            line(LineKind.JOINED, PEER, "127.0.0.1:8081 is connected; each knows the other now."));
  }

  @Test
  void tellsThatACallerIsConnected() {
    assertThat(narrator.narrate(new GossipEvent.PeerConnected(AT, PEER, new Origin.Called())))
        .contains(
            line(
                LineKind.JOINED,
                PEER,
                "127.0.0.1:8081 asked to be connected and is; each knows the other now."));
  }

  @Test
  void tellsThatAListedPeerIsConnected() {
    assertThat(
            narrator.narrate(
                new GossipEvent.PeerConnected(AT, PEER, new Origin.ListedBy(NEIGHBOR))))
        .contains(
            line(LineKind.JOINED, PEER, "127.0.0.1:8081 is connected; each knows the other now."));
  }

  @Test
  void tellsFromWhomAPeerWasLearned() {
    assertThat(narrator.narrate(new GossipEvent.PeerLearned(AT, PEER, NEIGHBOR)))
        .contains(
            line(
                LineKind.JOINED,
                PEER,
                "127.0.0.1:8081 was learned from the list of [::1]:8082;"
                    + " it is sent messages, but is not told of this peer."));
  }

  @Test
  void tellsWhyAPeerIsUnreachableAndWhenItIsTriedAgain() {
    assertThat(
            narrator.narrate(
                new GossipEvent.PeerUnreachable(AT, PEER, 1, AT.plusMillis(2_460), FAILURE)))
        .contains(
            line(
                LineKind.LOST,
                PEER,
                "127.0.0.1:8081 does not answer: nothing listens there."
                    + " Trying again in 2.5 s."));
  }

  @Test
  void countsTheFailuresOfAnUnreachablePeer() {
    assertThat(
            narrator.narrate(
                new GossipEvent.PeerUnreachable(AT, PEER, 2, AT.plusSeconds(8), FAILURE)))
        .contains(
            line(
                LineKind.LOST,
                PEER,
                "127.0.0.1:8081 does not answer: nothing listens there."
                    + " 2 failures in a row; trying again in 8 s."));
  }

  @Test
  void tellsThatAPeerAnswersAgain() {
    assertThat(narrator.narrate(new GossipEvent.PeerRecovered(AT, PEER)))
        .contains(line(LineKind.JOINED, PEER, "127.0.0.1:8081 answers again."));
  }

  @Test
  void tellsThatARestartedPeerIsConnectedAgain() {
    assertThat(narrator.narrate(new GossipEvent.PeerRestarted(AT, PEER, true)))
        .contains(
            line(
                LineKind.JOINED,
                PEER,
                "127.0.0.1:8081 was restarted and no longer knows this peer. Connecting again."));
  }

  @Test
  void tellsThatARestartedPeerIsNotToldAgain() {
    assertThat(narrator.narrate(new GossipEvent.PeerRestarted(AT, PEER, false)))
        .contains(
            line(
                LineKind.JOINED,
                PEER,
                "127.0.0.1:8081 was restarted and no longer knows this peer."
                    + " It is not told of it again."));
  }

  @Test
  void tellsWhyAPeerIsForgotten() {
    assertThat(narrator.narrate(new GossipEvent.PeerForgotten(AT, PEER, FAILURE)))
        .contains(
            line(
                LineKind.LOST,
                PEER,
                "127.0.0.1:8081 failed too often and is forgotten: nothing listens there."));
  }

  @Test
  void tellsThatTheUserDroppedAPeer() {
    assertThat(narrator.narrate(new GossipEvent.PeerDropped(AT, PEER)))
        .contains(
            line(
                LineKind.LOST,
                PEER,
                "You disconnected 127.0.0.1:8081;"
                    + " it is not learned again until you ask for it."));
  }

  @Test
  void tellsThatAFailedConnectionIsTriedAgain() {
    assertThat(narrator.narrate(new GossipEvent.ConnectFailed(AT, PEER, FAILURE, true)))
        .contains(
            line(
                LineKind.FAILED,
                PEER,
                "Could not connect to 127.0.0.1:8081: nothing listens there. Trying again."));
  }

  @Test
  void tellsThatAFailedConnectionIsNotTriedAgain() {
    assertThat(narrator.narrate(new GossipEvent.ConnectFailed(AT, PEER, FAILURE, false)))
        .contains(
            line(
                LineKind.FAILED,
                PEER,
                "Could not connect to 127.0.0.1:8081: nothing listens there. Not trying again."));
  }

  @Test
  void tellsWhyACallerWasTurnedAway() {
    assertThat(narrator.narrate(new GossipEvent.CallerRefused(AT, PEER, "it does not answer")))
        .contains(
            line(
                LineKind.FAILED,
                PEER,
                "127.0.0.1:8081 asked to be connected and was turned away: it does not answer."));
  }

  @Test
  void tellsWhyACallerOfNoAddressWasTurnedAway() {
    assertThat(narrator.narrate(new GossipEvent.CallerRefused(AT, null, "it named port 0")))
        .contains(
            line(
                LineKind.FAILED,
                null,
                "Somebody asked to be connected and was turned away: it named port 0."));
  }

  @Test
  void tellsThatNoMorePeersMayBeKnown() {
    assertThat(narrator.narrate(new GossipEvent.Full(AT, 256)))
        .contains(
            note(
                "256 peers are known, and no more may be;"
                    + " others are turned away until there is room."));
  }

  @Test
  void tellsThatNoMoreThanOnePeerMayBeKnown() {
    assertThat(narrator.narrate(new GossipEvent.Full(AT, 1)))
        .contains(
            note(
                "1 peer is known, and no more may be;"
                    + " others are turned away until it is gone."));
  }

  @Test
  void tellsOfTroubleInThisProgram() {
    assertThat(
            narrator.narrate(
                new GossipEvent.Trouble(AT, "answering GET /known_peers", "no memory left")))
        .contains(
            line(
                LineKind.ERROR,
                null,
                "Something went wrong in this program while answering GET /known_peers:"
                    + " no memory left. It continues."));
  }

  static List<GossipEvent> eventsThatWouldFloodTheLog() {
    return List.of(
        new GossipEvent.PeriodBegan(AT, 3, "Bob met Alice.", 2),
        new GossipEvent.MessageDelivered(AT, 7, PEER, Duration.ofMillis(3)),
        new GossipEvent.PeersReported(AT, PEER, Set.of(NEIGHBOR)),
        new GossipEvent.ReportsEnded(AT, PEER),
        new GossipEvent.SettingsChanged(AT, PeerSettings.DEFAULT));
  }

  @ParameterizedTest
  @MethodSource("eventsThatWouldFloodTheLog")
  void leavesOutEventsThatWouldFloodTheLogOrAreNotNew(GossipEvent event) {
    assertThat(narrator.narrate(event)).isEmpty();
  }

  @Test
  void numbersTheLinesWithoutGapsForEventsWithNoLine() {
    Optional<JournalLine> first = narrator.narrate(new GossipEvent.PeerRecovered(AT, PEER));
    narrator.narrate(new GossipEvent.ReportsEnded(AT, PEER));
    Optional<JournalLine> second = narrator.narrate(new GossipEvent.PeerRecovered(AT, PEER));

    assertThat(List.of(first.orElseThrow().number(), second.orElseThrow().number()))
        .containsExactly(1L, 2L);
  }

  @Test
  void escapesAndBoundsTextFromOutsideEverywhere() {
    String hostile = "\u001b[2J" + "x".repeat(600);
    String shown = "\\u001b[2J" + "x".repeat(496) + "… (104 more characters)";
    Failure failure = new Failure(Failure.Kind.NOT_A_PEER, hostile);

    assertThat(
            List.of(
                textOf(new GossipEvent.MessageSent(AT, 1, PEER, hostile)),
                textOf(received(new Sender.Named(PEER), hostile)),
                textOf(new GossipEvent.MessageFailed(AT, 1, PEER, hostile, failure)),
                textOf(new GossipEvent.PeerUnreachable(AT, PEER, 2, AT, failure)),
                textOf(new GossipEvent.PeerForgotten(AT, PEER, failure)),
                textOf(new GossipEvent.ConnectFailed(AT, PEER, failure, true)),
                textOf(new GossipEvent.CallerRefused(AT, PEER, hostile)),
                textOf(new GossipEvent.Trouble(AT, hostile, hostile))))
        .containsExactly(
            shown,
            shown,
            "Message failed: " + shown + ". It said: “" + shown + "”",
            "127.0.0.1:8081 does not answer: "
                + shown
                + ". 2 failures in a row; trying again in 0 s.",
            "127.0.0.1:8081 failed too often and is forgotten: " + shown + ".",
            "Could not connect to 127.0.0.1:8081: " + shown + ". Trying again.",
            "127.0.0.1:8081 asked to be connected and was turned away: " + shown + ".",
            "Something went wrong in this program while "
                + shown
                + ": "
                + shown
                + ". It"
                + " continues.");
  }

  private static GossipEvent received(Sender sender, String text) {
    return new GossipEvent.MessageReceived(AT, sender, text);
  }

  private String textOf(GossipEvent event) {
    return narrator.narrate(event).orElseThrow().text();
  }

  private static JournalLine note(String text) {
    return line(LineKind.NOTE, null, text);
  }

  private static JournalLine line(LineKind kind, @Nullable PeerAddress peer, String text) {
    return new JournalLine(1, AT, kind, peer, text);
  }
}
