package p2pgossip.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import p2pgossip.fuzz.Must;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.Credentials.Shown;

/// What a peer makes of the headers in which another asks for its password, or claims to know it: it shows
/// no more than it should, to none that could not check it, and takes nobody for one that knows it.
public final class DigestFuzz {

  private static final PeerAddress TO = PeerAddress.parse("127.0.0.1:8080");
  private static final Password PASSWORD = Password.of("open sesame");

  /// More than what is shown takes, with the longest nonce.
  private static final int LONGEST_SHOWN = 700;

  private DigestFuzz() {}

  /// The lines are the answer's status, its `WWW-Authenticate` and its `Authentication-Info`.
  public static void fuzzerTestOneInput(byte[] input) {
    String[] lines = new String(input, ISO_8859_1).split("\n", 3);
    int status = Math.floorMod(lines[0].hashCode(), 1_000);
    String challenge = lines.length > 1 ? lines[1] : null;
    String proof = lines.length > 2 ? lines[2] : null;
    for (int answered : new int[] {200, 401, 429, status}) {
      answer(new HttpAnswer(answered, null, new byte[0], false, challenge, proof, null));
    }
  }

  private static void answer(HttpAnswer answer) {
    Credentials credentials = new Credentials(PASSWORD);
    Admittance first = Admittance.of(credentials, TO, "GET", "/state");
    require(first, answer);
    if (!first.isWantedAnew(answer)) {
      return;
    }
    Shown shown = credentials.show(TO, "GET", "/state");
    if (shown == null) {
      throw new AssertionError("it is to be shown, and is not");
    }
    check(shown);
    Admittance second = Admittance.of(credentials, TO, "GET", "/state");
    require(second, answer);
    require(
        second,
        new HttpAnswer(200, null, new byte[0], false, answer.challenge(), answer.proof(), null));
  }

  private static void check(Shown shown) {
    String header = shown.header();
    Must.beAtMost(LONGEST_SHOWN, header.length());
    if (header.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new AssertionError("not fit for a header: " + header);
    }
    DigestHeader read = DigestHeader.ofScheme(header);
    if (read == null) {
      throw new AssertionError("not read again: " + header);
    }
    Must.beSame("/state", read.get("uri"));
    Must.beSame(
        PASSWORD.response("GET", "/state", read.get("nonce"), read.get("nc"), read.get("cnonce")),
        read.get("response"));
  }

  private static void require(Admittance admittance, HttpAnswer answer) {
    try {
      admittance.require(answer);
    } catch (FailedRequest e) {
      Must.beOneLine(e.failure().reason());
      return;
    }
    if (answer.isGood()) {
      throw new AssertionError("taken for one that knows the password: " + answer.proof());
    }
  }
}
