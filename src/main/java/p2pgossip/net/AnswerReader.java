package p2pgossip.net;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.wire.ExchangeJson;
import p2pgossip.wire.KnownPeersJson;
import p2pgossip.wire.MessageJson;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.ProblemJson;
import p2pgossip.wire.TuningJson;
import p2pgossip.wire.WireException;

/// Decides from an HTTP answer whether a peer has sent it, and reads it.
final class AnswerReader {

  private static final int LONGEST_DETAIL = 200;
  private static final int ACCEPTED = 202;

  private final int knownPeers;

  /// @param knownPeers most entries taken from a list of known peers
  AnswerReader(int knownPeers) {
    this.knownPeers = knownPeers;
  }

  /// @throws FailedRequest when the answer is not a reply to that request
  Reply read(Request request, HttpAnswer answer) throws FailedRequest {
    if (answer.status() < 200 || answer.status() > 299) {
      throw notOk(PeerRequest.nameOf(request), answer);
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
      case Request.Tell _ -> new Reply.Heard(MessageJson.readEcho(answer.body()));
      case Request.Exchange _ -> {
        requireJson(request, answer);
        yield readExchange(answer);
      }
      case Request.AskSettings _, Request.Tune _ -> {
        requireJson(request, answer);
        yield readSettings(answer);
      }
      case Request.Begin _ -> new Reply.Begun();
      case Request.Leave _ -> new Reply.Released(answer.status() == ACCEPTED);
    };
  }

  private static Reply readHandshake(HttpAnswer answer) throws FailedRequest {
    try {
      return PeerJson.readHandshake(answer.body());
    } catch (WireException e) {
      throw notAPeer(
          "it answered " + answer.status() + " but not with a peer's handshake: " + e.reason());
    }
  }

  private static Reply readExchange(HttpAnswer answer) throws FailedRequest {
    try {
      return ExchangeJson.readAnswer(answer.body());
    } catch (WireException e) {
      throw notAPeer("it answered " + answer.status() + " but not with its rumours: " + e.reason());
    }
  }

  private static Reply readSettings(HttpAnswer answer) throws FailedRequest {
    try {
      return new Reply.SettingsShown(TuningJson.readSettings(answer.body()));
    } catch (WireException e) {
      throw notAPeer("it answered " + answer.status() + " but not with settings: " + e.reason());
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
      throw otherType(PeerRequest.nameOf(request), answer);
    }
  }

  /// The failure for a successful answer of an unexpected content type.
  static FailedRequest otherType(String asked, HttpAnswer answer) {
    return webServer(
        asked,
        answer,
        answer.contentType() == null
            ? " without a content type"
            : " with " + clean(MediaTypes.withoutParameters(answer.contentType())));
  }

  /// Whether the answer says that the peer speaks HTTPS only.
  static boolean isHttpsOnly(HttpAnswer answer) {
    return TlsFailures.HTTPS_ONLY.equals(detail(answer));
  }

  private static @Nullable String detail(HttpAnswer answer) {
    return MediaTypes.isProblem(answer.contentType())
        ? ProblemJson.readDetail(answer.body())
        : null;
  }

  /// The failure for an answer with another status than 2xx.
  ///
  /// @param asked as in "GET /known_peers"
  static FailedRequest notOk(String asked, HttpAnswer answer) {
    int status = answer.status();
    if (status < 400) {
      return webServer(asked, answer, ", a redirect,");
    }
    if (status == 404 || status == 405 || status == 501) {
      return webServer(asked, answer, "");
    }
    String detail = detail(answer);
    if (TlsFailures.HTTPS_ONLY.equals(detail)) {
      return new FailedRequest(TlsFailures.httpsOnly());
    }
    String said = detail == null || detail.isBlank() ? "status " + status : clean(detail);
    return new FailedRequest(new Failure(Failure.Kind.REFUSED, "it refused: " + said));
  }

  private static FailedRequest webServer(String asked, HttpAnswer answer, String how) {
    return notAPeer(
        "it answers as a web server, not as a p2pgossip peer ("
            + answer.status()
            + how
            + " for "
            + asked
            + ")");
  }

  private static FailedRequest notAPeer(String reason) {
    return new FailedRequest(new Failure(Failure.Kind.NOT_A_PEER, reason));
  }

  /// Texts of others go into logs: one line, of bounded length, without a full stop.
  private static String clean(String said) {
    String line = said.strip().replaceAll("[\\p{Cc}\\p{IsWhite_Space}]+", " ");
    String bounded =
        line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    return bounded.endsWith(".") ? bounded.substring(0, bounded.length() - 1) : bounded;
  }
}
