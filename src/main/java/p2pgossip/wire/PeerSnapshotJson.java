package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.PeerSnapshot.HeardRumor;

/// What a peer shows of itself on the wire: the answer to `GET /state`.
public final class PeerSnapshotJson {

  /// Bytes that the answer never exceeds: the oldest rumours are left out.
  public static final int LARGEST = 1_048_576;

  /// Neighbours that are shown, at most; the others are left out.
  public static final int MOST_NEIGHBORS = 2_000;

  /// Rumours that are shown, at most.
  public static final int MOST_RUMORS = Digest.MOST;

  /// Bytes that all but the rumours can take: 2,000 neighbours of 117, and a text of 4,096 characters
  /// that are all escaped.
  private static final int WITHOUT_RUMORS = 262_144;

  private PeerSnapshotJson() {}

  /// One line, without its end.
  public static byte[] write(PeerSnapshot snapshot) {
    return JsonOutput.compactBytes(out -> write(out, snapshot));
  }

  /// @throws WireException when it is none, saying why
  public static PeerSnapshot read(byte[] json) throws WireException {
    return read(JsonInput.object(json, "a peer's state"));
  }

  static void write(JsonWriter out, PeerSnapshot snapshot) throws IOException {
    out.beginObject();
    out.name("at").value(snapshot.at().toString());
    out.name("address").value(snapshot.address().toString());
    PeerJson.write(out.name("self"), snapshot.self(), true);
    SettingsJson.write(out.name("settings"), snapshot.settings());
    out.name("periods").value(snapshot.periods());
    writeNeighbors(out.name("neighbors"), first(snapshot.neighbors(), MOST_NEIGHBORS));
    writeRumors(out.name("rumors"), first(snapshot.rumors(), MOST_RUMORS));
    out.endObject();
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(all.size(), most));
  }

  private static void writeNeighbors(JsonWriter out, List<Acquaintance> neighbors)
      throws IOException {
    out.beginArray();
    for (Acquaintance neighbor : neighbors) {
      out.beginObject();
      out.name("address").value(neighbor.address().toString());
      out.name("standing").value(Names.STANDINGS.of(neighbor.standing()));
      out.name("mutual").value(neighbor.isMutual());
      if (neighbor.link() == Mutuality.UNKNOWN) {
        out.name("unknown").value(true);
      }
      out.endObject();
    }
    out.endArray();
  }

  private static void writeRumors(JsonWriter out, List<HeardRumor> rumors) throws IOException {
    Room room = new Room(LARGEST - WITHOUT_RUMORS);
    out.beginArray();
    for (HeardRumor rumor : rumors) {
      String json = JsonOutput.compactText(inner -> writeRumor(inner, rumor));
      if (!room.takes(json)) {
        break;
      }
      out.jsonValue(json);
    }
    out.endArray();
  }

  private static void writeRumor(JsonWriter out, HeardRumor heard) throws IOException {
    out.beginObject();
    CopyJson.writeRumor(out, heard.rumor());
    out.name("text").value(heard.rumor().text());
    out.name("hops").value(heard.hops());
    out.name("at").value(heard.at().toString());
    out.name("from").value(heard.from() == null ? null : heard.from().toString());
    out.name("period").value(heard.period());
    out.name("repeats").value(heard.repeats());
    out.name("spreading").value(heard.spreading());
    out.endObject();
  }

  static PeerSnapshot read(Fields in) throws WireException {
    List<Acquaintance> neighbors = new ArrayList<>();
    for (Fields neighbor : in.objects("neighbors", MOST_NEIGHBORS)) {
      neighbors.add(
          new Acquaintance(
              neighbor.address("address"),
              neighbor.choice("standing", Names.STANDINGS),
              link(neighbor)));
    }
    List<HeardRumor> rumors = new ArrayList<>();
    for (Fields rumor : in.objects("rumors", MOST_RUMORS)) {
      rumors.add(readRumor(rumor));
    }
    return new PeerSnapshot(
        in.time("at"),
        in.address("address"),
        PeerReader.read(in.object("self")),
        SettingsJson.read(in.object("settings")),
        in.count("periods"),
        neighbors,
        rumors);
  }

  private static Mutuality link(Fields neighbor) throws WireException {
    if (neighbor.flag("mutual")) {
      return Mutuality.MUTUAL;
    }
    // Version 1.0 always took itself to know.
    return neighbor.has("unknown") && neighbor.flag("unknown")
        ? Mutuality.UNKNOWN
        : Mutuality.ONE_WAY;
  }

  private static HeardRumor readRumor(Fields in) throws WireException {
    return new HeardRumor(
        CopyJson.readRumor(in, in.text("text")),
        in.whole("hops", CopyJson.HELD, Copy.MOST_HOPS),
        in.time("at"),
        in.optionalAddress("from"),
        in.count("period"),
        in.count("repeats"),
        in.flag("spreading"));
  }
}
