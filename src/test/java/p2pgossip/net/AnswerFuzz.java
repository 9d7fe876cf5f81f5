package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import p2pgossip.fuzz.Must;
import p2pgossip.gossip.Digest;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;

/// HTTP answers, whoever sends them.
public final class AnswerFuzz {

  private static final int KNOWN_PEERS = 50;
  private static final PeerAddress TO = PeerAddress.parse("127.0.0.1:8080");
  private static final Peer SELF =
      new Peer(Instant.EPOCH, Duration.ofSeconds(5), 8081, null, Set.of());
  private static final List<Request> REQUESTS =
      List.of(
          new Request.Handshake(TO),
          new Request.AskKnownPeers(TO),
          new Request.Connect(TO, SELF),
          new Request.Tell(TO, new Message("hello", null)),
          new Request.Exchange(TO, TO, new Digest(Set.of(), Digest.Purpose.PULL)),
          new Request.Leave(TO, SELF));

  private AnswerFuzz() {}

  /// The first line is a request's number, a status and a content type, such as `0 200
  /// application/json`; the body follows.
  public static void fuzzerTestOneInput(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    String[] head = new String(input, 0, end, UTF_8).split(" ", 3);
    byte[] body =
        end < input.length ? Arrays.copyOfRange(input, end + 1, input.length) : new byte[0];
    Request request = REQUESTS.get(Math.floorMod(number(head[0]), REQUESTS.size()));
    int status = head.length > 1 ? Math.floorMod(number(head[1]), 1_000) : 200;
    String contentType = head.length > 2 ? head[2] : null;
    for (boolean cut : new boolean[] {false, true}) {
      read(request, new HttpAnswer(status, contentType, body, cut, null, null, null));
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return text.hashCode();
    }
  }

  private static void read(Request request, HttpAnswer answer) {
    try {
      Reply reply = new AnswerReader(KNOWN_PEERS).read(request, answer);
      if (reply instanceof Reply.Known known) {
        Must.beAtMost(KNOWN_PEERS, known.peers().size());
      }
    } catch (FailedRequest e) {
      Must.beOneLine(e.failure().reason());
    }
  }
}
