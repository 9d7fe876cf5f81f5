package p2pgossip.wire;

import static p2pgossip.wire.OneOf.is;
import static p2pgossip.wire.Part.field;

import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.scenario.Selection;

/// A fault in recordings and in scenarios: each kind is one line here.
public final class FaultJson {

  static final ObjectCodec<Fault<PeerAddress>> CODEC = codec(FaultInForceJson.PARTS);

  static final ObjectCodec<Fault<Selection>> PLANNED = codec(PlannedFaultJson.PARTS).strict();

  private FaultJson() {}

  private static <P> ObjectCodec<Fault<P>> codec(FaultParts<P> parts) {
    return typed(
        OneOf.of(
            Fault.class,
            "type",
            is("freeze", Fault.Freeze.class, parts.peer()),
            is("loss", Fault.Loss.class, parts.path(), field("share", Values.fraction(1))),
            is("delay", Fault.Delay.class, parts.path(), parts.mean(), parts.jitter()),
            is(
                "duplicate",
                Fault.Duplicate.class,
                parts.path(),
                field("share", Values.fraction(1))),
            is("block", Fault.Block.class, parts.path()),
            is("partition", Fault.Partition.class, parts.sides())));
  }

  /// The parts read and write the peers in it, and all parts have the same `P`.
  @SuppressWarnings("unchecked")
  private static <P> ObjectCodec<Fault<P>> typed(ObjectCodec<?> codec) {
    return (ObjectCodec<Fault<P>>) codec;
  }

  /// One line, without its end.
  public static byte[] write(Fault<PeerAddress> fault) {
    return JsonOutput.compactBytes(out -> CODEC.write(out, fault));
  }

  /// @throws WireException when it is not a fault, saying why
  public static Fault<PeerAddress> read(byte[] json) throws WireException {
    return CODEC.read(JsonInput.object(json, "a fault"));
  }
}
