package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.given;
import static p2pgossip.wire.Part.inline;
import static p2pgossip.wire.Part.optional;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;

/// The settings of a peer, as its observers see them.
final class SettingsJson {

  private static final RecordCodec<Interest> INTEREST =
      RecordCodec.of(
          Interest.class,
          field("end", Names.ENDS).as("lastsUntil"),
          field("contacts", Names.CONTACTS).as("heeds"),
          field("k", Values.whole(1, Interest.GREATEST_K)));

  static final ObjectCodec<Forwarding> FORWARDING =
      RecordCodec.of(
          Forwarding.class,
          field("probability", Values.fraction(1)),
          field("flood_hops", Values.whole(0, Forwarding.MOST_FLOOD_HOPS)));

  static final ObjectCodec<Spreading> SPREADING =
      RecordCodec.of(
              Spread.class,
              inline("strategy", StrategyJson.CODEC),
              field("fanout", Values.whole(1, Spreading.GREATEST_FANOUT)),
              field("interest", INTEREST),
              field("hop_limit", Values.whole(1, Copy.MOST_HOPS)),
              given("forwarding", FORWARDING))
          .map(Spread::spreading, Spread::of);

  /// Recordings of version 1.0 lack `tunable` and `keep`.
  static final RecordCodec<PeerSettings> CODEC =
      RecordCodec.of(
          PeerSettings.class,
          field("period", PeerJson.PERIOD),
          field("update", Values.FLAG),
          field("paused", Values.FLAG),
          optional("text", Values.TEXT),
          field("whole_network", Values.FLAG),
          field("failure_limit", Values.NUMBER),
          field("max_peers", Values.NUMBER),
          field("sentences", Values.FLAG),
          field("spreading", SPREADING),
          optional("tunable", Values.FLAG, false),
          optional("keep", Values.FLAG, false));

  private SettingsJson() {}

  /// @param forwarding null if it is the default, which is not written
  record Spread(
      Strategy strategy,
      int fanout,
      Interest interest,
      int hopLimit,
      @Nullable Forwarding forwarding) {

    private static Spread of(Spreading it) {
      return new Spread(
          it.strategy(), it.fanout(), it.interest(), it.hopLimit(), it.toldForwarding());
    }

    private Spreading spreading() {
      return new Spreading(
          strategy,
          fanout,
          interest,
          hopLimit,
          Objects.requireNonNullElse(forwarding, Forwarding.DEFAULT));
    }
  }
}
