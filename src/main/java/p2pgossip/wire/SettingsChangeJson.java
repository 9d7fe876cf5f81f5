package p2pgossip.wire;

import static p2pgossip.wire.Part.optional;

import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.scenario.SettingsChange;

/// Some settings in a scenario's file, as in `{"period": "500 ms", "strategy": "push", "interest":
/// "counter:2"}`. Null is left out by the writer.
final class SettingsChangeJson {

  /// Refuses also what would be out of its range.
  static final ObjectCodec<SettingsChange> CODEC =
      RecordCodec.of(
              SettingsChange.class,
              optional("period", Values.SPAN),
              optional("update", Values.FLAG),
              optional("sentences", Values.FLAG),
              optional("text", Values.TEXT),
              optional("failure_limit", Values.whole(1, 1_000)),
              optional("max_peers", Values.whole(1, 100_000)),
              optional("strategy", Names.STRATEGIES),
              optional("fanout", Values.whole(1, Spreading.GREATEST_FANOUT)),
              optional(
                  "interest",
                  Codec.of(
                      (out, interest) -> out.value(InterestLabel.of(interest)),
                      SettingsChangeJson::readInterest)),
              optional("hop_limit", Values.whole(1, Copy.MOST_HOPS)))
          .strict()
          .requiring(change -> change.applyTo(PeerSettings.DEFAULT));

  private SettingsChangeJson() {}

  private static Interest readInterest(Fields in, String name) throws WireException {
    try {
      return InterestLabel.parse(in.text(name));
    } catch (IllegalArgumentException e) {
      throw in.wrong(name, "is wrong: " + e.getMessage(), e);
    }
  }
}
