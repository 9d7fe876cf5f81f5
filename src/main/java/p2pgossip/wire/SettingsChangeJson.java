package p2pgossip.wire;

import static p2pgossip.wire.Part.optional;

import java.util.function.Function;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.scenario.SettingsChange;

/// Some settings in a scenario file, as in `{"period": "500 ms", "strategy": "push", "interest":
/// "counter:2"}`. The writer leaves out nulls.
final class SettingsChangeJson {

  /// Also refuses values out of range.
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
              optional("interest", word(InterestLabel::of, InterestLabel::parse)),
              optional("hop_limit", Values.whole(1, Copy.MOST_HOPS)),
              optional("forwarding", word(Forwarding::label, Forwarding::parse)))
          .strict()
          .requiring(change -> change.applyTo(PeerSettings.DEFAULT));

  private SettingsChangeJson() {}

  /// A value that is written as one word.
  ///
  /// @param parse throws IllegalArgumentException for an unknown word
  static <T> Codec<T> word(Function<T, String> label, Function<String, T> parse) {
    return Codec.of(
        (out, value) -> out.value(label.apply(value)),
        (in, name) -> {
          try {
            return parse.apply(in.text(name));
          } catch (IllegalArgumentException e) {
            throw in.wrong(name, "is wrong: " + e.getMessage(), e);
          }
        });
  }
}
