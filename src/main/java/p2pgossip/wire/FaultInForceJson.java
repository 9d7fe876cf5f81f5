package p2pgossip.wire;

import static p2pgossip.wire.OneOf.is;
import static p2pgossip.wire.Part.field;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerAddress;

/// The components of a fault in a recording, where peers are addresses, as in `{"type": "between",
/// "one": "10.0.0.7:8080", "other": "10.0.0.3:8080"}`.
final class FaultInForceJson {

  /// The most faults in one list, and sides of one partition; more are refused.
  static final int MOST = 1_000;

  /// The most peers on one side or one path; more are refused.
  private static final int MOST_PEERS = 10_000;

  private static final Codec<Duration> DELAY = Values.nanos(Fault.Delay.LONGEST);

  static final FaultParts<PeerAddress> PARTS =
      new FaultParts<>(
          field("peer", Values.ADDRESS),
          field("path", paths()),
          field("mean_ns", DELAY).as("mean"),
          field("jitter_ns", DELAY).as("jitter"),
          field("sides", Codec.of(FaultInForceJson::writeSides, FaultInForceJson::readSides)));

  private FaultInForceJson() {}

  /// Peers in it are always addresses.
  @SuppressWarnings("unchecked")
  private static Codec<Path<PeerAddress>> paths() {
    ObjectCodec<?> paths =
        OneOf.of(
            Path.class,
            "type",
            is(
                "one-way",
                Path.OneWay.class,
                field("from", Values.ADDRESS),
                field("to", Values.ADDRESS)),
            is(
                "between",
                Path.Between.class,
                field("one", Values.ADDRESS),
                field("other", Values.ADDRESS)),
            is("around", Path.Around.class, field("peers", Values.addresses(MOST_PEERS))),
            is("everywhere", Path.Everywhere.class));
    return (ObjectCodec<Path<PeerAddress>>) paths;
  }

  private static void writeSides(JsonWriter out, List<Set<PeerAddress>> sides) throws IOException {
    out.beginArray();
    for (Set<PeerAddress> side : sides) {
      Values.writeAddressSet(out, side);
    }
    out.endArray();
  }

  private static List<Set<PeerAddress>> readSides(Fields in, String name) throws WireException {
    List<Set<PeerAddress>> sides = new ArrayList<>();
    for (JsonValue side : in.items(name, MOST)) {
      sides.add(in.addressesOf(name, side, MOST_PEERS));
    }
    return sides;
  }
}
