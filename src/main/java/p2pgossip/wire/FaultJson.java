package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Fault.Path;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// A fault as it stands in recordings.
public final class FaultJson {

  /// Faults in one list, and sides of one partition; more are refused.
  static final int MOST = 1_000;

  /// Peers on one side or one path; more are refused.
  static final int MOST_PEERS = 10_000;

  private FaultJson() {}

  /// One line, without its end.
  public static byte[] write(Fault fault) {
    return JsonOutput.compactBytes(out -> write(out, fault));
  }

  /// @throws WireException when it is none, saying why
  public static Fault read(byte[] json) throws WireException {
    return read(JsonInput.object(json, "a fault"));
  }

  static void write(JsonWriter out, Fault fault) throws IOException {
    out.beginObject();
    switch (fault) {
      case Fault.Freeze(PeerAddress peer) ->
          out.name("type").value("freeze").name("peer").value(peer.toString());
      case Fault.Loss(Path path, double share) -> {
        write(out.name("type").value("loss").name("path"), path);
        out.name("share").value(share);
      }
      case Fault.Delay(Path path, Duration mean, Duration jitter) -> {
        write(out.name("type").value("delay").name("path"), path);
        out.name("mean_ns").value(mean.toNanos()).name("jitter_ns").value(jitter.toNanos());
      }
      case Fault.Block(Path path) -> write(out.name("type").value("block").name("path"), path);
      case Fault.Partition(List<Set<PeerAddress>> sides) -> {
        out.name("type").value("partition").name("sides").beginArray();
        for (Set<PeerAddress> side : sides) {
          writePeers(out, side);
        }
        out.endArray();
      }
    }
    out.endObject();
  }

  private static void write(JsonWriter out, Path path) throws IOException {
    out.beginObject();
    switch (path) {
      case Path.OneWay(PeerAddress from, PeerAddress to) -> {
        out.name("type").value("one-way");
        out.name("from").value(from.toString()).name("to").value(to.toString());
      }
      case Path.Between(PeerAddress one, PeerAddress other) -> {
        out.name("type").value("between");
        out.name("one").value(one.toString()).name("other").value(other.toString());
      }
      case Path.Around(Set<PeerAddress> peers) ->
          writePeers(out.name("type").value("around").name("peers"), peers);
      case Path.Everywhere _ -> out.name("type").value("everywhere");
    }
    out.endObject();
  }

  private static void writePeers(JsonWriter out, Set<PeerAddress> peers) throws IOException {
    out.beginArray();
    for (PeerAddress peer : peers) {
      out.value(peer.toString());
    }
    out.endArray();
  }

  static Fault read(Fields in) throws WireException {
    String type = in.text("type");
    try {
      return switch (type) {
        case "freeze" -> new Fault.Freeze(in.address("peer"));
        case "loss" -> new Fault.Loss(path(in), in.fraction("share", 1));
        case "delay" ->
            new Fault.Delay(
                path(in),
                in.nanos("mean_ns", Fault.Delay.LONGEST),
                in.nanos("jitter_ns", Fault.Delay.LONGEST));
        case "block" -> new Fault.Block(path(in));
        case "partition" -> new Fault.Partition(sides(in));
        default ->
            throw in.wrong(
                "type",
                "must be \"freeze\", \"loss\", \"delay\", \"block\" or \"partition\", not "
                    + Quote.of(type));
      };
    } catch (IllegalArgumentException e) {
      throw WireException.of(e);
    }
  }

  private static Path path(Fields fault) throws WireException {
    Fields in = fault.object("path");
    String type = in.text("type");
    return switch (type) {
      case "one-way" -> new Path.OneWay(in.address("from"), in.address("to"));
      case "between" -> new Path.Between(in.address("one"), in.address("other"));
      case "around" -> new Path.Around(in.addresses("peers", MOST_PEERS));
      case "everywhere" -> new Path.Everywhere();
      default ->
          throw in.wrong(
              "type",
              "must be \"one-way\", \"between\", \"around\" or \"everywhere\", not "
                  + Quote.of(type));
    };
  }

  private static List<Set<PeerAddress>> sides(Fields in) throws WireException {
    List<Set<PeerAddress>> sides = new ArrayList<>();
    for (JsonValue side : in.items("sides", MOST)) {
      sides.add(in.addressesOf("sides", side, MOST_PEERS));
    }
    return sides;
  }
}
