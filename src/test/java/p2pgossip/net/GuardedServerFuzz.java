package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import p2pgossip.fuzz.Must;
import p2pgossip.net.password.Password;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.WireException;

/// A server with a password on a real socket: nothing sent by a caller that does not know the
/// password reaches the peer behind it, and a caller that knows it is still let in.
public final class GuardedServerFuzz {

  private static final FuzzedServer SERVER = open();

  private GuardedServerFuzz() {}

  private static FuzzedServer open() {
    try {
      return new FuzzedServer(
          new ServedPeer(Password.of("open sesame")), GuardedServerFuzz::handshake);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] input) {
    SERVER.send(input);
    Must.beSame(0, SERVER.takeHandedOn());
  }

  private static void handshake(ServedPeer peer) throws IOException, WireException {
    try (RawConnection next = peer.connect()) {
      Must.beSame(401, next.send(RawConnection.get("/")).answer().status());
      RawAnswer answer = next.send(new ProvenRequests(peer).get("/")).answer();
      Must.beSame(200, answer.status());
      Must.beSame(peer.service.self(), PeerJson.read(answer.body().getBytes(UTF_8)));
    }
  }
}
