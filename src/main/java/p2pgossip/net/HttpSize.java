package p2pgossip.net;

import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.wire.ExchangeJson;
import p2pgossip.wire.KnownPeersJson;
import p2pgossip.wire.MessageJson;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.ProblemJson;
import p2pgossip.wire.TuningJson;

/// How many bytes a request and its answer take as HTTP/1.1 without TLS and without a password,
/// with all headers, as [HttpPeerClient] and [PeerServer] write them. What TCP and IP add is left
/// out.
public final class HttpSize {

  private static final String DATE = "Sun, 29 Nov 2026 04:44:00 GMT";
  private static final String WITH_CONTENT = "Connection: keep-alive\r\n";
  private static final String NO_CONTENT_TYPE = "";
  private static final byte[] NOTHING = {};

  /// A body and what its head says of it.
  private record Content(int status, String type, byte[] body) {}

  private HttpSize() {}

  /// The bytes of a request and of its answer together.
  ///
  /// @param from the asking peer
  public static int of(PeerAddress from, Request request, Answer answer) {
    PeerRequest sent = PeerRequest.of(request);
    byte[] body = sent.body() == null ? NOTHING : sent.body();
    String head =
        "%s %s HTTP/1.1\r\nHost: %s\r\n%s: %s\r\n"
            .formatted(sent.method(), sent.path(), request.to(), PeerRoutes.FROM, from);
    int bytes = head.length() + body.length + "\r\n".length();
    if (sent.body() != null) {
      bytes += contentHead(sent.contentType(), body.length);
    }
    return bytes + of(content(from, request, body, answer));
  }

  private static int of(Content answer) {
    String head =
        "HTTP/1.1 %s %s\r\nKeep-Alive: %s\r\nDate: %s\r\n\r\n"
            .formatted(
                answer.status(),
                StatusCodes.getReason(answer.status()),
                KeptOpen.words(ServerLimits.DEFAULT.idleTime()),
                DATE);
    int bytes = head.length() + answer.body().length;
    return answer.status() == StatusCodes.NO_CONTENT
        ? bytes
        : bytes + WITH_CONTENT.length() + contentHead(answer.type(), answer.body().length);
  }

  private static int contentHead(String type, int length) {
    int typed = type.isEmpty() ? 0 : "Content-Type: \r\n".length() + type.length();
    return typed + "Content-Length: \r\n".length() + Integer.toString(length).length();
  }

  private static Content content(PeerAddress from, Request request, byte[] body, Answer answer) {
    return switch (answer) {
      case Answer.Given(Reply reply) -> content(from, request, body, reply);
      case Answer.Refused(String reason, boolean tryLater) -> {
        int status = tryLater ? StatusCodes.SERVICE_UNAVAILABLE : StatusCodes.BAD_REQUEST;
        yield new Content(
            status,
            MediaTypes.PROBLEM,
            ProblemJson.write(status, StatusCodes.getReason(status), reason));
      }
    };
  }

  private static Content content(PeerAddress from, Request request, byte[] body, Reply reply) {
    return switch (reply) {
      case Reply.Introduced(var self, var _, var knowsCaller, boolean leaving) ->
          json(PeerJson.writeHandshake(self, knowsCaller, leaving));
      case Reply.Known known -> json(KnownPeersJson.write(known.peers(), new SplittableRandom(0)));
      case Reply.Accepted _ ->
          new Content(
              StatusCodes.OK,
              MediaTypes.TEXT,
              AnswerWriter.welcome(from).getBytes(StandardCharsets.UTF_8));
      case Reply.Heard(var hearing) ->
          json(MessageJson.writeEcho(((Request.Tell) request).message(), body, hearing));
      case Reply.Exchanged exchanged -> json(ExchangeJson.writeAnswer(exchanged));
      case Reply.SettingsShown(var settings) -> json(TuningJson.writeSettings(settings));
      case Reply.Begun _ -> new Content(StatusCodes.NO_CONTENT, NO_CONTENT_TYPE, NOTHING);
      case Reply.Released(boolean checking) ->
          new Content(
              checking ? StatusCodes.ACCEPTED : StatusCodes.NO_CONTENT, NO_CONTENT_TYPE, NOTHING);
    };
  }

  private static Content json(byte[] body) {
    return new Content(StatusCodes.OK, MediaTypes.JSON, body);
  }
}
