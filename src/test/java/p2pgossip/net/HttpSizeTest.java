package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.RumorId;
import p2pgossip.net.password.Credentials;

/// The computed size of messages, compared with those that cross a connection.
class HttpSizeTest {

  private static final PeerAddress SELF = PeerAddress.parse("127.0.0.1:9000");
  private static final Set<RumorId> IDS = Set.of(new RumorId("c5a1-12"), new RumorId("77e0b1-3"));

  static Stream<Function<PeerAddress, Request>> requests() {
    return Stream.of(
        Request.Handshake::new,
        Request.AskKnownPeers::new,
        to -> new Request.Connect(to, new RecordingService(SELF.port()).self()),
        to -> new Request.Tell(to, new Message("It rains.", null)),
        to -> new Request.Tell(to, new Message("é\"", PeerAddress.parse("10.0.0.7:80"))),
        to -> new Request.Exchange(to, SELF, new Digest(IDS, Digest.Purpose.RECONCILE)),
        to -> new Request.Leave(to, new RecordingService(SELF.port()).self()));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void itIsThatOfTheRequestAndOfItsAnswer(Function<PeerAddress, Request> made) throws Exception {
    try (ServedPeer peer = new ServedPeer();
        HttpPeerClient client = new HttpPeerClient()) {
      peer.service.known.put(SELF, peer.service.self());
      Request request = made.apply(peer.address());
      Object outcome = Told.of(client.by(() -> new Credentials(SELF, null)), request);
      assertThat(outcome).isInstanceOf(Reply.class);

      assertThat(client.bytes())
          .isEqualTo(HttpSize.of(SELF, request, new Answer.Given((Reply) outcome)));
    }
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalIsAnAnswerToo(Answer.Refused refusal) throws Exception {
    try (ServedPeer peer = new ServedPeer();
        HttpPeerClient client = new HttpPeerClient()) {
      peer.service.connecting = _ -> refusal;
      Request request =
          new Request.Connect(peer.address(), new RecordingService(SELF.port()).self());
      Object outcome = Told.of(client.by(() -> new Credentials(SELF, null)), request);
      assertThat(outcome).isInstanceOf(Failure.class);

      assertThat(client.bytes()).isEqualTo(HttpSize.of(SELF, request, refusal));
    }
  }

  static List<Answer.Refused> refusals() {
    return List.of(
        new Answer.Refused("it knows 256 peers already", true),
        new Answer.Refused("it does not like you", false));
  }
}
