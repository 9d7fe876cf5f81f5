package p2pgossip.net.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;

/// The example for authors of peers in other languages: an introduction, and what is said after it,
/// with numbers that can be recomputed.
class ExampleTest {

  private static final Path FILE = Path.of("assets/introduction.txt");
  private static final String FINGERPRINT = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";

  /// Each draw is the SHA-256, or its beginning, of the drawing side and the number of its draws so
  /// far.
  private static final class Numbers extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final String who;
    private int drawn;

    Numbers(String who) {
      this.who = who;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      byte[] digest = Bytes.sha256((who + " " + ++drawn).getBytes(UTF_8));
      System.arraycopy(digest, 0, bytes, 0, bytes.length);
    }
  }

  @Test
  void theExampleIsReproduced() throws Exception {
    assertThat(example()).isEqualTo(Files.readString(FILE));
  }

  private static String example() throws BadProof {
    StringBuilder out = new StringBuilder();
    Password password = Password.of("open sesame");
    Meeting meeting =
        new Meeting(
            PeerAddress.parse("10.0.0.7:8080"), PeerAddress.parse("10.0.0.8:8080"), FINGERPRINT);
    CallersPairing caller = CallersPairing.begin(password, meeting, new Numbers("caller"));
    CalledPairing called =
        CalledPairing.begin(
            password,
            meeting,
            meeting.caller(),
            Introductions.HERE,
            caller.first(),
            new Numbers("called"));
    CallersPairing.Second second = caller.second(called.answer());
    CalledPairing.Confirmed confirmed = called.confirm(second.message());
    CallersSession session = second.confirmed(confirmed.answer());
    line(out, "password", "open sesame");
    line(out, "secret", new String(password.secret()));
    line(out, "name of the caller", meeting.callerName());
    line(out, "name of the called", meeting.calledName());
    line(out, "first message", caller.first());
    line(out, "answer to it", called.answer());
    line(out, "second message", second.message());
    line(out, "answer to it", confirmed.answer());
    byte[] body = "{\"message\":\"Have you heard?\"}".getBytes(UTF_8);
    RequestHead head =
        new RequestHead(
            "POST", "/message", "10.0.0.8:8080", "10.0.0.7:8080", "application/json", FINGERPRINT);
    Proof proof = session.prove(head, body);
    line(out, "body", new String(body, UTF_8));
    line(out, "Authorization", proof.header());
    line(
        out,
        "Authentication-Info",
        confirmed.session().proveAnswer(1, 200, "application/json", body));
    Proof stream =
        session.prove(
            new RequestHead("GET", "/events", "10.0.0.8:8080", "10.0.0.7:8080", "", FINGERPRINT),
            new byte[0]);
    line(out, "Authorization of GET /events", stream.header());
    line(
        out,
        "mac of its first event, a state with the data {}",
        confirmed.session().proveEvent(2, 1, "state", "{}".getBytes(UTF_8)));
    return out.toString();
  }

  private static void line(StringBuilder out, String name, byte[] bytes) {
    line(out, name, HexFormat.of().formatHex(bytes));
  }

  private static void line(StringBuilder out, String name, String value) {
    out.append(name).append(": ").append(value).append('\n');
  }
}
