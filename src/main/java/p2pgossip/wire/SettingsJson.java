package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.optional;

import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;

/// The settings of a peer, as it shows them to those who watch it.
final class SettingsJson {

  private static final RecordCodec<Interest> INTEREST =
      RecordCodec.of(
          Interest.class,
          field("end", Names.ENDS).as("lastsUntil"),
          field("contacts", Names.CONTACTS).as("heeds"),
          field("k", Values.whole(1, Interest.GREATEST_K)));

  static final RecordCodec<Spreading> SPREADING =
      RecordCodec.of(
          Spreading.class,
          field("strategy", Names.STRATEGIES),
          field("fanout", Values.whole(1, Spreading.GREATEST_FANOUT)),
          field("interest", INTEREST),
          field("hop_limit", Values.whole(1, Copy.MOST_HOPS)));

  /// What was recorded before there were `tunable` and `keep` has neither.
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
}
