package p2pgossip.net;

import java.util.List;
import java.util.Set;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.wire.KnownPeersJson;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.ProblemJson;
import p2pgossip.wire.WireException;

/// Tells from what came back over HTTP whether it was a peer that answered, and what it said.
final class AnswerReader {

  private static final int LONGEST_DETAIL = 200;

  private final int knownPeers;

  /// @param knownPeers entries of a list that are kept
  AnswerReader(int knownPeers) {
    this.knownPeers = knownPeers;
  }

  /// @throws FailedRequest when it is no reply to that request
  Reply read(Request request, HttpAnswer answer) throws FailedRequest {
    if (answer.status() < 200 || answer.status() > 299) {
      throw notOk(request, answer);
    }
    boolean list = request instanceof Request.AskKnownPeers;
    if (answer.cut() && !list) {
      throw notAPeer("its answer is longer than a peer's would be");
    }
    return switch (request) {
      case Request.Handshake _ -> {
        requireJson(request, answer);
        yield readHandshake(answer);
      }
      case Request.AskKnownPeers _ -> {
        requireJson(request, answer);
        yield readKnownPeers(answer);
      }
      case Request.Connect _ -> new Reply.Accepted();
      case Request.Tell _ -> new Reply.Heard(Hearing.UNSAID);
      case Request.Exchange _ -> new Reply.Exchanged(List.of(), Set.of());
      case Request.Leave _ -> new Reply.Released();
    };
  }

  private static Reply readHandshake(HttpAnswer answer) throws FailedRequest {
    try {
      return new Reply.Introduced(PeerJson.read(answer.body()));
    } catch (WireException e) {
      throw notAPeer(
          "it answered " + answer.status() + " but not with a peer's handshake: " + e.reason());
    }
  }

  private Reply readKnownPeers(HttpAnswer answer) throws FailedRequest {
    try {
      return KnownPeersJson.read(answer.body(), knownPeers);
    } catch (WireException e) {
      throw notAPeer(
          "it answered "
              + answer.status()
              + " but not with the peers that it knows: "
              + e.reason());
    }
  }

  private static void requireJson(Request request, HttpAnswer answer) throws FailedRequest {
    if (!MediaTypes.isJson(answer.contentType())) {
      throw webServer(
          request,
          answer,
          answer.contentType() == null
              ? " without a content type"
              : " with " + clean(MediaTypes.withoutParameters(answer.contentType())));
    }
  }

  private static FailedRequest notOk(Request request, HttpAnswer answer) {
    int status = answer.status();
    if (status < 400) {
      return webServer(request, answer, ", a redirect,");
    }
    if (status == 404 || status == 405 || status == 501) {
      return webServer(request, answer, "");
    }
    String detail =
        MediaTypes.isProblem(answer.contentType()) ? ProblemJson.readDetail(answer.body()) : null;
    String said = detail == null || detail.isBlank() ? "status " + status : clean(detail);
    return new FailedRequest(new Failure(Failure.Kind.REFUSED, "it refused: " + said));
  }

  private static FailedRequest webServer(Request request, HttpAnswer answer, String how) {
    return notAPeer(
        "it answers as a web server, not as a p2pgossip peer ("
            + answer.status()
            + how
            + " for "
            + PeerRequest.nameOf(request)
            + ")");
  }

  private static FailedRequest notAPeer(String reason) {
    return new FailedRequest(new Failure(Failure.Kind.NOT_A_PEER, reason));
  }

  /// What others say goes into logs: one line, of bounded length, without a full stop.
  private static String clean(String said) {
    String line = said.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    String bounded =
        line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    return bounded.endsWith(".") ? bounded.substring(0, bounded.length() - 1) : bounded;
  }
}
