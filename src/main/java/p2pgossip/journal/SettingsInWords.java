package p2pgossip.journal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.StringJoiner;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.ShownText;
import p2pgossip.gossip.Spreading;

/// Describes settings, and the differences between two.
public final class SettingsInWords {

  private SettingsInWords() {}

  /// One sentence for each difference; empty when there is none.
  public static String changes(PeerSettings before, PeerSettings now) {
    StringJoiner sentences = new StringJoiner(" ");
    if (before.paused() != now.paused()) {
      sentences.add(
          now.paused()
              ? "Paused: no messages are sent, but others are still answered."
              : "Resumed: messages are sent again.");
    }
    if (!before.period().equals(now.period())) {
      sentences.add("The period is now " + seconds(now.period()) + ".");
    }
    if (!Objects.equals(before.text(), now.text())) {
      sentences.add(
          now.text() == null
              ? "Each message is now a random sentence."
              : "Each message now says: “" + ShownText.of(now.text()) + "”.");
    }
    if (before.update() != now.update()) {
      sentences.add(
          now.update()
              ? "Neighbours are now asked each period for the peers that they know."
              : "Neighbours are no longer asked for the peers that they know.");
    }
    if (before.wholeNetwork() != now.wholeNetwork()) {
      sentences.add(
          now.wholeNetwork()
              ? "The whole network is now shown: peers are asked each period which peers they know."
              : "The whole network is no longer shown.");
    }
    if (before.failureLimit() != now.failureLimit() || before.keep() != now.keep()) {
      sentences.add("From now on: " + forgetting(now));
    }
    if (before.maxPeers() != now.maxPeers()) {
      sentences.add(
          now.maxPeers() == 1
              ? "At most 1 peer is now known at a time."
              : "At most " + now.maxPeers() + " peers are now known at a time.");
    }
    Spreading spreading = now.spreading();
    if (before.spreading().strategy() != spreading.strategy()) {
      sentences.add("Rumours are now spread by " + spreading.strategy().label() + ".");
    }
    if (before.spreading().fanout() != spreading.fanout()) {
      sentences.add(
          spreading.fanout() == 1
              ? "Of the neighbours, 1 is now told of rumours each period."
              : "Of the neighbours, %s are now told of rumours each period."
                  .formatted(spreading.fanout()));
    }
    if (!before.spreading().forwarding().equals(spreading.forwarding())) {
      sentences.add(
          "With strategies that leave it to chance, a rumour is now passed on with a probability of"
              + " %s, and %s."
                  .formatted(
                      spreading.forwarding().probabilityText(),
                      floodHops(spreading.forwarding().floodHops())));
    }
    if (before.tunable() != now.tunable()) {
      sentences.add(
          now.tunable()
              ? "Other peers may now change the settings of this one."
              : "Other peers may no longer change the settings of this one.");
    }
    return sentences.toString();
  }

  private static String floodHops(int hops) {
    return switch (hops) {
      case 0 -> "never for certain";
      case 1 -> "for certain by the peer at which it begins";
      default -> "for certain over its first " + hops + " hops";
    };
  }

  /// A sentence about when a peer that does not answer is forgotten.
  public static String forgetting(PeerSettings settings) {
    String when =
        settings.failureLimit() == 1
            ? "at its first failure"
            : "after " + settings.failureLimit() + " failures in a row";
    return settings.keep()
        ? "a peer that was asked for is tried until it is dropped; any other is forgotten "
            + when
            + "."
        : "any peer is forgotten " + when + ".";
  }

  /// In seconds, to the millisecond: `5 s`, `0.25 s`.
  static String seconds(Duration duration) {
    BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
    return seconds.toPlainString() + " s";
  }
}
