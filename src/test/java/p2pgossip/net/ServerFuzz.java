package p2pgossip.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import p2pgossip.fuzz.Must;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.WireException;

/// A server on a real socket: whatever it is sent, it answers the next caller, and hands on no more
/// than was sent.
public final class ServerFuzz {

  private static final FuzzedServer SERVER = open();

  /// The most requests in the inputs so far: one may still be read when the next input is sent.
  private static long sent;

  private static long handedOn;

  private ServerFuzz() {}

  private static FuzzedServer open() {
    try {
      return new FuzzedServer(new ServedPeer(), ServerFuzz::handshake);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] input) {
    sent += new String(input, ISO_8859_1).split("POST", -1).length - 1;
    SERVER.send(input);
    handedOn += SERVER.takeHandedOn();
    Must.beAtMost(sent, handedOn);
  }

  private static void handshake(ServedPeer peer) throws IOException, WireException {
    try (RawConnection next = peer.connect()) {
      RawAnswer answer = next.send(RawConnection.get("/")).answer();
      Must.beSame(200, answer.status());
      Must.beSame(peer.service.self(), PeerJson.read(answer.body().getBytes(UTF_8)));
    }
  }
}
