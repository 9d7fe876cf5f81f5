package p2pgossip.net;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.wire.ExchangeJson;
import p2pgossip.wire.KnownPeersJson;
import p2pgossip.wire.MessageJson;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.TuningJson;

/// Writes the answers that [AnswerReader] reads. Thread-safe.
final class AnswerWriter {

  private static final byte[] NOTHING = {};

  private final RandomGenerator random;

  /// @param random used under a lock, so it need not be thread-safe
  AnswerWriter(RandomGenerator random) {
    this.random = random;
  }

  /// @param body of the request, which the answer to a message echoes
  void send(HttpServerExchange exchange, Request request, byte[] body, Answer answer) {
    switch (answer) {
      case Answer.Given(Reply reply) -> send(exchange, request, body, reply);
      case Answer.Refused(String reason, boolean tryLater) ->
          Problems.send(
              exchange,
              tryLater ? StatusCodes.SERVICE_UNAVAILABLE : StatusCodes.BAD_REQUEST,
              reason);
    }
  }

  private void send(HttpServerExchange exchange, Request request, byte[] body, Reply reply) {
    switch (reply) {
      case Reply.Introduced(Peer self, var _, var knowsCaller, boolean leaving) ->
          json(exchange, PeerJson.writeHandshake(self, knowsCaller, leaving));
      case Reply.Known known -> json(exchange, KnownPeersJson.write(known.peers(), freshRandom()));
      case Reply.Accepted _ -> {
        Request.Connect accepted = (Request.Connect) request;
        Answers.send(
            exchange,
            StatusCodes.OK,
            MediaTypes.TEXT,
            welcome(PeerRoutes.reachedAt(exchange, accepted.self()))
                .getBytes(StandardCharsets.UTF_8));
      }
      case Reply.Heard(var hearing) -> {
        Request.Tell heard = (Request.Tell) request;
        json(exchange, MessageJson.writeEcho(heard.message(), body, hearing));
      }
      case Reply.Exchanged exchanged -> json(exchange, ExchangeJson.writeAnswer(exchanged));
      case Reply.SettingsShown(var settings) -> json(exchange, TuningJson.writeSettings(settings));
      case Reply.Begun _ -> Answers.send(exchange, StatusCodes.NO_CONTENT, null, NOTHING);
      case Reply.Released(boolean checking) ->
          Answers.send(
              exchange, checking ? StatusCodes.ACCEPTED : StatusCodes.NO_CONTENT, null, NOTHING);
    }
  }

  /// What a peer is told that was accepted.
  ///
  /// @param caller where it is reached; null if it can't be
  static String welcome(@Nullable PeerAddress caller) {
    return "You, " + caller + "  are now connected and a `known_peer`. ";
  }

  private static void json(HttpServerExchange exchange, byte[] body) {
    Answers.send(exchange, StatusCodes.OK, MediaTypes.JSON, body);
  }

  private RandomGenerator freshRandom() {
    synchronized (random) {
      return new SplittableRandom(random.nextLong());
    }
  }
}
