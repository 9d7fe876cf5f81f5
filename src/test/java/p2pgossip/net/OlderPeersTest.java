package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Request;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Password;

/// Peers of version 1.0 with the same password, represented by what they have sent.
class OlderPeersTest {

  private static final Path KEPT = Path.of("src/test/resources/kept/1.0");
  private static final Password SESAME = Password.of("open sesame");
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private static String kept(String name) throws IOException {
    return Files.readString(KEPT.resolve(name), UTF_8);
  }

  static Stream<Request> requests() {
    PeerAddress replaced = new PeerAddress(HERE, 1);
    return Stream.of(
        new Request.Handshake(replaced),
        new Request.Tell(replaced, new Message("the exam is at ten", null)));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aCalledOldPeerIsSentNothingToGuessOnAndMustBeUpdated(Request request) throws IOException {
    String refusal = kept("unauthorized.http");
    try (ScriptedServer older =
            new ScriptedServer(
                visitor -> {
                  for (int i = 0; i < 10; i++) {
                    visitor.readRequest();
                    visitor.say(refusal);
                  }
                });
        Relay wire =
            new Relay(
                new InetSocketAddress(HERE, older.address().port()), said -> said, said -> said);
        HttpPeerClient client = new HttpPeerClient()) {
      Credentials ours = new Credentials(new PeerAddress(HERE, 9), SESAME);

      assertThat(Told.of(client.by(() -> ours), to(wire.address(), request)))
          .isEqualTo(new Failure(Failure.Kind.UNAUTHORIZED, Admittance.OLDER_PROOF));

      // The first message of an introduction consists of random numbers; the password enters the
      // second.
      assertThat(wire.overheard())
          .containsOnlyOnce("POST " + IntroductionDesk.FIRST + " ")
          .doesNotContain(IntroductionDesk.SECOND, "Authorization", "GET /", "/message", "exam");
    }
  }

  private static Request to(PeerAddress address, Request request) {
    return request instanceof Request.Tell tell
        ? new Request.Tell(address, tell.message())
        : new Request.Handshake(address);
  }

  @Test
  void anOldCallerIsNotLetInAndBothSidesSayThatItMustBeUpdated() throws IOException {
    try (ServedPeer ours = new ServedPeer(SESAME);
        RawConnection connection = ours.connect()) {
      RawAnswer answer = connection.send(kept("handshake.http")).answer();

      assertThat(answer.status()).isEqualTo(401);
      // If it finds nothing for its older kind of proof, it shows the detail.
      assertThat(answer.headers().get("www-authenticate"))
          .isEqualTo("P2pgossip realm=\"p2pgossip\"");
      assertThat(answer.headers().get("content-type")).isEqualTo("application/problem+json");
      assertThat(answer.body()).contains("\"detail\":\"", " version 1.0 must be updated\"");
      assertThat(ours.service.turnedAway)
          .containsExactly(
              new RecordingService.TurnedAway(
                  HERE,
                  "it has shown no password, or proves it in the older way of version 1.0; then"
                      + " it must be updated to 1.1"));
      assertThat(ours.service.connected).isEmpty();
    }
  }
}
