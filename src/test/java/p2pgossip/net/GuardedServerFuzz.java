package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import p2pgossip.fuzz.Must;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.WireException;

/// A server with a password on a real socket: nothing that is sent to it by somebody who does not know the
/// password reaches the peer behind it, and whoever knows it is let in all the same.
public final class GuardedServerFuzz {

  private static final Credentials DOOR = new Credentials(null);
  private static final FuzzedServer SERVER = open();

  private static long calls;

  private GuardedServerFuzz() {}

  private static FuzzedServer open() {
    try {
      return new FuzzedServer(new ServedPeer(DOOR), GuardedServerFuzz::handshake);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] input) {
    // With a new password, the wrong ones that came from here are forgotten.
    DOOR.set(Password.of("open sesame " + calls++));
    SERVER.send(input);
    Must.beSame(0, SERVER.takeHandedOn());
  }

  private static void handshake(ServedPeer peer) throws IOException, WireException {
    Password password = Password.of("open barley " + calls);
    DOOR.set(password);
    Credentials caller = new Credentials(password);
    try (RawConnection next = peer.connect()) {
      RawAnswer asked = next.send(RawConnection.get("/")).answer();
      Must.beSame(401, asked.status());
      Must.beSame(
          true, caller.challenged(peer.address(), asked.headers().get("www-authenticate"), null));
      Admittance admittance = Admittance.of(caller, peer.address(), "GET", "/");
      String authorization = "\r\nAuthorization: " + admittance.header() + "\r\n\r\n";
      RawAnswer answer =
          next.send(RawConnection.get("/").replace("\r\n\r\n", authorization)).answer();
      Must.beSame(200, answer.status());
      Must.beSame(peer.service.self(), PeerJson.read(answer.body().getBytes(UTF_8)));
    }
  }
}
