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
import p2pgossip.fault.Fault.Path;
import p2pgossip.gossip.PeerAddress;

/// A fault as it stands in recordings.
public final class FaultJson {

  /// Faults in one list, and sides of one partition; more are refused.
  static final int MOST = 1_000;

  /// Peers on one side or one path; more are refused.
  private static final int MOST_PEERS = 10_000;

  private static final Codec<Duration> DELAY = Values.nanos(Fault.Delay.LONGEST);

  private static final OneOf<Path> PATHS =
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

  private static final Part<Path> PATH = field("path", PATHS);

  static final OneOf<Fault> CODEC =
      OneOf.of(
          Fault.class,
          "type",
          is("freeze", Fault.Freeze.class, field("peer", Values.ADDRESS)),
          is("loss", Fault.Loss.class, PATH, field("share", Values.fraction(1))),
          is(
              "delay",
              Fault.Delay.class,
              PATH,
              field("mean_ns", DELAY).as("mean"),
              field("jitter_ns", DELAY).as("jitter")),
          is("block", Fault.Block.class, PATH),
          is(
              "partition",
              Fault.Partition.class,
              field("sides", Codec.of(FaultJson::writeSides, FaultJson::readSides))));

  private FaultJson() {}

  /// One line, without its end.
  public static byte[] write(Fault fault) {
    return JsonOutput.compactBytes(out -> CODEC.write(out, fault));
  }

  /// @throws WireException when it is none, saying why
  public static Fault read(byte[] json) throws WireException {
    return CODEC.read(JsonInput.object(json, "a fault"));
  }

  private static void writeSides(JsonWriter out, List<Set<PeerAddress>> sides) throws IOException {
    out.beginArray();
    for (Set<PeerAddress> side : sides) {
      Values.writeAddresses(out, side);
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
