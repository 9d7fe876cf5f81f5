package p2pgossip.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Strategy;

class SettingsInWordsTest {

  private static final Instant AT = Instant.parse("2026-11-22T08:15:30.042Z");
  private static final PeerSettings BEFORE = PeerSettings.DEFAULT;

  static List<Arguments> changes() {
    return List.of(
        change(
            BEFORE,
            BEFORE.withPaused(true),
            "Paused: no messages are sent, but others are still answered."),
        change(BEFORE.withPaused(true), BEFORE, "Resumed: messages are sent again."),
        change(BEFORE, BEFORE.withPeriod(Duration.ofMillis(250)), "The period is now 0.25 s."),
        change(BEFORE, BEFORE.withPeriod(Duration.ofDays(1)), "The period is now 86400 s."),
        change(BEFORE, BEFORE.withText("Hi\n"), "Each message now says: “Hi\\n”."),
        change(BEFORE.withText("Hi"), BEFORE, "Each message is now a random sentence."),
        change(
            BEFORE,
            BEFORE.withUpdate(true),
            "Neighbours are now asked each period for the peers that they know."),
        change(
            BEFORE.withUpdate(true),
            BEFORE,
            "Neighbours are no longer asked for the peers that they know."),
        change(
            BEFORE,
            BEFORE.withWholeNetwork(true),
            "The whole network is now shown: peers are asked each period which peers they know."),
        change(BEFORE.withWholeNetwork(true), BEFORE, "The whole network is no longer shown."),
        change(
            BEFORE,
            BEFORE.withKeep(false).withFailureLimit(1),
            "From now on: any peer is forgotten at its first failure."),
        change(
            BEFORE,
            BEFORE.withKeep(false),
            "From now on: any peer is forgotten after 3 failures in a row."),
        change(
            BEFORE.withKeep(false),
            BEFORE,
            "From now on: a peer that was asked for is tried until it is dropped; any other is"
                + " forgotten after 3 failures in a row."),
        change(
            BEFORE,
            BEFORE.withFailureLimit(5),
            "From now on: a peer that was asked for is tried until it is dropped; any other is"
                + " forgotten after 5 failures in a row."),
        change(BEFORE, BEFORE.withMaxPeers(1), "At most 1 peer is now known at a time."),
        change(BEFORE, BEFORE.withMaxPeers(64), "At most 64 peers are now known at a time."),
        change(
            BEFORE,
            BEFORE.withSpreading(BEFORE.spreading().withStrategy(Strategy.FLOOD)),
            "Rumours are now spread by flood."),
        change(
            BEFORE,
            BEFORE.withSpreading(BEFORE.spreading().withFanout(1)),
            "Of the neighbours, 1 is now told of rumours each period."),
        forwarding(0, "never for certain"),
        forwarding(1, "for certain by the peer at which it begins"),
        forwarding(4, "for certain over its first 4 hops"),
        change(
            BEFORE,
            BEFORE.withTunable(true),
            "Other peers may now change the settings of this one."));
  }

  private static Arguments forwarding(int hops, String words) {
    return change(
        BEFORE,
        BEFORE.withSpreading(BEFORE.spreading().withForwarding(new Forwarding(0.65, hops))),
        "With strategies that leave it to chance, a rumour is now passed on with a probability of"
            + " 0.65, and "
            + words
            + ".");
  }

  private static Arguments change(PeerSettings before, PeerSettings now, String words) {
    return Arguments.of(before, now, words);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void saysWhatChanged(PeerSettings before, PeerSettings now, String words) {
    assertThat(new Narrator(before).narrate(new GossipEvent.SettingsChanged(AT, now)))
        .contains(new JournalLine(1, AT, LineKind.NOTE, null, words));
  }

  @Test
  void saysEachOfSeveralChanges() {
    PeerSettings now = BEFORE.withPeriod(Duration.ofSeconds(2)).withUpdate(true);

    assertThat(SettingsInWords.changes(BEFORE, now))
        .isEqualTo(
            "The period is now 2 s."
                + " Neighbours are now asked each period for the peers that they know.");
  }

  @Test
  void comparesWithTheSettingsOfTheChangeBefore() {
    Narrator narrator = new Narrator(BEFORE);
    narrator.narrate(new GossipEvent.SettingsChanged(AT, BEFORE.withUpdate(true)));

    assertThat(
            narrator.narrate(
                new GossipEvent.SettingsChanged(AT, BEFORE.withUpdate(true).withPaused(true))))
        .contains(
            new JournalLine(
                2,
                AT,
                LineKind.NOTE,
                null,
                "Paused: no messages are sent, but others are still answered."));
  }
}
