package p2pgossip.wire;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;

/// A copy of a rumour on the wire: with its text, or beside a message that is its text.
final class CopyJson {

  /// A copy that has come in was passed on at least once.
  static final int ARRIVED = 1;

  /// A copy that somebody holds may have begun there.
  static final int HELD = 0;

  private CopyJson() {}

  /// A copy with its text.
  static void write(JsonWriter out, Copy copy) throws IOException {
    out.beginObject();
    writeFields(out, copy);
    out.name("text").value(copy.rumor().text());
    out.endObject();
  }

  /// A copy whose text stands beside it, as that of the message.
  static void writeWithoutText(JsonWriter out, Copy copy) throws IOException {
    out.beginObject();
    writeFields(out, copy);
    out.endObject();
  }

  private static void writeFields(JsonWriter out, Copy copy) throws IOException {
    writeRumor(out, copy.rumor());
    out.name("hops").value(copy.hops());
    out.name("copy").value(copy.number());
  }

  /// All fields of a rumour but its text.
  static void writeRumor(JsonWriter out, Rumor rumor) throws IOException {
    out.name("id").value(rumor.id().text());
    out.name("origin").value(rumor.origin().toString());
    out.name("born").value(rumor.born().toString());
  }

  /// @param leastHops [#ARRIVED] or [#HELD]
  static Copy read(Fields in, int leastHops) throws WireException {
    return read(in, in.text("text"), leastHops);
  }

  /// @param text which stood elsewhere
  /// @param leastHops [#ARRIVED] or [#HELD]
  static Copy read(Fields in, String text, int leastHops) throws WireException {
    Rumor rumor = readRumor(in, text);
    int hops = in.whole("hops", leastHops, Copy.MOST_HOPS);
    return new Copy(rumor, hops, in.has("copy") ? in.count("copy") : 0);
  }

  static Rumor readRumor(Fields in, String text) throws WireException {
    RumorId id = in.id("id");
    PeerAddress origin = in.address("origin");
    Instant born = in.time("born");
    try {
      return new Rumor(id, origin, born, text);
    } catch (IllegalArgumentException e) {
      throw WireException.of(e);
    }
  }
}
