package p2pgossip.wire;

import static p2pgossip.wire.Part.field;
import static p2pgossip.wire.Part.inline;
import static p2pgossip.wire.Part.optional;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.PeerSnapshot.HeardRumor;

/// The state of a peer on the wire: the answer to `GET /state`.
public final class PeerSnapshotJson {

  /// The largest answer in bytes: the oldest rumours are left out.
  public static final int LARGEST = 1_048_576;

  /// The most neighbours; the others are left out.
  public static final int MOST_NEIGHBORS = 2_000;

  /// The most rumours.
  public static final int MOST_RUMORS = Digest.MOST;

  /// In bytes, for everything but the rumours: 2,000 neighbours of 117 and a name of up to 106
  /// bytes, and a text of 4,096 characters that are all escaped.
  private static final int WITHOUT_RUMORS = 475_136;

  private static final RecordCodec<Acquaintance> NEIGHBOR =
      RecordCodec.of(
          Acquaintance.class,
          field("address", Values.ADDRESS),
          field("standing", Names.STANDINGS),
          inline("link", new LinkCodec()),
          PeerJson.NAME);

  private static final RecordCodec<HeardRumor> RUMOR =
      RecordCodec.of(
          HeardRumor.class,
          inline("rumor", CopyJson.RUMOR),
          field("hops", Values.whole(0, Copy.MOST_HOPS)),
          field("at", Values.TIME),
          optional("from", Values.ADDRESS),
          field("period", Values.COUNT),
          field("repeats", Values.COUNT),
          field("spreading", Values.FLAG));

  static final RecordCodec<PeerSnapshot> CODEC =
      RecordCodec.of(
          PeerSnapshot.class,
          field("at", Values.TIME),
          field("address", Values.ADDRESS),
          field("self", PeerJson.CODEC),
          field("settings", SettingsJson.CODEC),
          field("periods", Values.COUNT),
          field("neighbors", firstOf(Values.list(NEIGHBOR, MOST_NEIGHBORS), MOST_NEIGHBORS)),
          field(
              "rumors",
              firstOf(
                  Codec.of(PeerSnapshotJson::writeRumors, Values.list(RUMOR, MOST_RUMORS)::read),
                  MOST_RUMORS)));

  private PeerSnapshotJson() {}

  /// One line, without its end.
  public static byte[] write(PeerSnapshot snapshot) {
    return JsonOutput.compactBytes(out -> CODEC.write(out, snapshot));
  }

  /// @throws WireException when it is not a state, saying why
  public static PeerSnapshot read(byte[] json) throws WireException {
    return CODEC.read(JsonInput.object(json, "a peer's state"));
  }

  /// Writes no more than `most`.
  private static <T> Codec<List<T>> firstOf(Codec<List<T>> codec, int most) {
    return Codec.of(
        (out, all) -> codec.write(out, all.subList(0, Math.min(all.size(), most))), codec::read);
  }

  private static void writeRumors(JsonWriter out, List<HeardRumor> rumors) throws IOException {
    new ByteBudget(LARGEST - WITHOUT_RUMORS).write(out, rumors, RUMOR);
  }

  /// Whether each knows the other, in one or two fields.
  private static final class LinkCodec implements ObjectCodec<Mutuality> {

    @Override
    public void writeFields(JsonWriter out, Mutuality link) throws IOException {
      out.name("mutual").value(link == Mutuality.MUTUAL);
      if (link == Mutuality.UNKNOWN) {
        out.name("unknown").value(true);
      }
    }

    @Override
    public Mutuality read(Fields in) throws WireException {
      if (in.flag("mutual")) {
        return Mutuality.MUTUAL;
      }
      // Version 1.0 always claims to know.
      return in.has("unknown") && in.flag("unknown") ? Mutuality.UNKNOWN : Mutuality.ONE_WAY;
    }

    @Override
    public Set<String> names(Fields in) {
      return Set.of("mutual", "unknown");
    }
  }
}
