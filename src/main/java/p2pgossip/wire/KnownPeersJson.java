package p2pgossip.wire;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;

/// The answer to `GET /known_peers`: an object with a peer for each address.
public final class KnownPeersJson {

  /// The largest answer in bytes: from 64 KiB on, the original ignores it.
  public static final int LARGEST = 65_535;

  private KnownPeersJson() {}

  /// Reads as much as possible: a body may be cut off, and one entry in a thousand may be wrong.
  ///
  /// @param most entries that are kept; the others only count as ignored
  /// @throws WireException when the body is neither an object nor a prefix of one
  public static Reply.Known read(byte[] body, int most) throws WireException {
    Map<PeerAddress, Peer> peers = new HashMap<>();
    int ignored = 0;
    boolean begun = false;
    try (JsonReader in = JsonInput.openPrefix(body)) {
      JsonToken token = in.peek();
      if (token != JsonToken.BEGIN_OBJECT) {
        throw JsonInput.unexpected(in, "known peers must be an object", token);
      }
      in.beginObject();
      begun = true;
      while (in.hasNext()) {
        if (!readEntry(in, peers, most)) {
          ignored++;
        }
      }
      in.endObject();
    } catch (IOException e) {
      if (!begun) {
        throw JsonInput.malformed(e);
      }
      ignored++;
    }
    return new Reply.Known(peers, ignored);
  }

  private static boolean readEntry(JsonReader in, Map<PeerAddress, Peer> peers, int most)
      throws IOException {
    String key = in.nextName();
    if (peers.size() >= most) {
      JsonInput.skip(in);
      return false;
    }
    try {
      // Even if the peer is wrong, the whole value is read, so that the rest can be read too.
      Peer peer = PeerJson.readFields(Fields.next(in, "a peer", ""));
      return peers.putIfAbsent(PeerAddress.parse(key), peer) == null;
    } catch (WireException | IllegalArgumentException e) {
      return false;
    }
  }

  /// Writes the peers with the original's fields only, or a fresh random sample of them if all
  /// would take more than [#LARGEST] bytes.
  ///
  /// @param random used only during this call, by nothing else
  public static byte[] write(Map<PeerAddress, Peer> known, RandomGenerator random) {
    List<Map.Entry<PeerAddress, Peer>> entries = new ArrayList<>(known.entrySet());
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(Math.min(LARGEST, 160 * entries.size() + 2));
    out.write('{');
    for (int i = 0; i < entries.size(); i++) {
      Collections.swap(entries, i, random.nextInt(i, entries.size()));
      byte[] entry = entry(entries.get(i).getKey(), entries.get(i).getValue());
      boolean first = i == 0;
      // Room for the comma before the entry and for the brace at the end.
      if (out.size() + entry.length + (first ? 1 : 2) > LARGEST) {
        break;
      }
      if (!first) {
        out.write(',');
      }
      out.writeBytes(entry);
    }
    out.write('}');
    return out.toByteArray();
  }

  private static byte[] entry(PeerAddress address, Peer peer) {
    byte[] value = PeerJson.write(peer);
    // An address consists of digits, dots, colons and brackets, which JSON need not escape.
    byte[] key = ("\"" + address + "\":").getBytes(StandardCharsets.US_ASCII);
    byte[] entry = new byte[key.length + value.length];
    System.arraycopy(key, 0, entry, 0, key.length);
    System.arraycopy(value, 0, entry, key.length, value.length);
    return entry;
  }
}
