package p2pgossip.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import p2pgossip.fuzz.Must;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.password.CallersSession;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.LocalPeers;
import p2pgossip.net.password.Password;
import p2pgossip.net.password.Proof;

/// The headers with which another peer claims to know the password: no input is accepted as a
/// proof, and every proof that is read is written the same way.
public final class ProofFuzz {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Password PASSWORD = Password.of("open sesame");
  private static final CallersSession SESSION = session();

  private ProofFuzz() {}

  private static CallersSession session() {
    PeerAddress called = new PeerAddress(HERE, 8080);
    LocalPeers peers = new LocalPeers("");
    peers.add(called, new Credentials(called, PASSWORD));
    CallersSession session =
        peers.meet(new Credentials(new PeerAddress(HERE, 8081), PASSWORD), called, "");
    if (session == null) {
      throw new AssertionError("two peers of one process with one password don't meet");
    }
    return session;
  }

  /// The lines are a request's `Authorization`, an answer's `WWW-Authenticate`, and its
  /// `Authentication-Info`.
  public static void fuzzerTestOneInput(byte[] input) {
    String[] lines = new String(input, ISO_8859_1).split("\n", 3);
    Proof proof = Proof.read(lines[0]);
    if (proof != null) {
      Must.beSame(lines[0], proof.header());
    }
    String challenge = lines.length > 1 ? lines[1] : null;
    String shown = lines.length > 2 ? lines[2] : null;
    int status = Math.floorMod(lines[0].hashCode(), 1_000);
    for (int answered : new int[] {200, 401, 503, status}) {
      answer(new HttpAnswer(answered, null, new byte[0], false, challenge, shown, null));
    }
  }

  private static void answer(HttpAnswer answer) {
    Admittance admittance = Admittance.ofStream(Credentials.none(), SESSION, StreamAnswer.PATH);
    boolean _ = admittance.isForgotten(answer);
    try {
      admittance.require(answer);
    } catch (FailedRequest e) {
      Must.beOneLine(e.failure().reason());
      return;
    }
    throw new AssertionError("taken for one that knows the password: " + answer.proof());
  }
}
