package p2pgossip.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import p2pgossip.fuzz.Must;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.testing.Recorder;

/// The answer to `GET /events`: the result is the same in whatever pieces it arrives.
public final class StreamFuzz {

  private static final PeerAddress ADDRESS = PeerAddress.parse("127.0.0.1:8080");
  private static final int MOST_BYTES = 2_048;
  private static final StreamLimits LIMITS =
      new StreamLimits(
          1,
          StreamLimits.DEFAULT.connecting(),
          StreamLimits.DEFAULT.silence(),
          MOST_BYTES,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE);

  private StreamFuzz() {}

  private interface Reader {
    void read(ByteBuffer bytes) throws BadStream;
  }

  /// The first byte determines the pieces of the others.
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    Must.beSame(parsed(input, 0), parsed(input, input[0]));
    Must.beSame(followed(input, 0), followed(input, input[0]));
  }

  private static List<Object> parsed(byte[] input, int pieces) {
    Recorder<Object> told = new Recorder<>();
    EventStreamParser parser =
        new EventStreamParser(
            MOST_BYTES,
            new EventStreamParser.Handler() {
              @Override
              public void event(String name, byte[] data, String mac) {
                Must.beAtMost(MOST_BYTES, data.length);
                told.accept(name + "|" + new String(data, ISO_8859_1));
              }

              @Override
              public void line() {
                told.accept("line");
              }
            });
    feed(input, pieces, parser::read, told);
    return told.all();
  }

  private static List<Object> followed(byte[] input, int pieces) {
    Recorder<Object> told = new Recorder<>();
    PeerStreams.Listener listener =
        new PeerStreams.Listener() {
          @Override
          public void seen(PeerSnapshot snapshot, Instant receivedAt) {
            Must.beSame(ADDRESS, snapshot.address());
            told.accept(snapshot);
          }

          @Override
          public void happened(GossipEvent event) {
            told.accept(event);
          }

          @Override
          public void ended(String reason) {
            throw new AssertionError("only the connection ends a stream");
          }
        };
    StreamContent content =
        new StreamContent(ADDRESS, listener, () -> Instant.EPOCH, LIMITS, () -> true);
    feed(input, pieces, content::read, told);
    Must.beOneLine(content.end());
    return told.all();
  }

  /// @param pieces 0 for all at once, else the source of the lengths of the pieces
  private static void feed(byte[] input, int pieces, Reader reader, Recorder<Object> told) {
    Random random = new Random(pieces);
    try {
      int from = 1;
      while (from < input.length) {
        int most = input.length - from;
        int length = pieces == 0 ? most : Math.min(most, random.nextInt(1, 10));
        reader.read(ByteBuffer.wrap(input, from, length));
        from += length;
      }
    } catch (BadStream e) {
      Must.beOneLine(e.reason());
      told.accept(e.reason());
    }
  }
}
