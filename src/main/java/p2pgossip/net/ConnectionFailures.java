package p2pgossip.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Failure.Kind;

/// Explains what an exception means about the other end.
final class ConnectionFailures {

  private ConnectionFailures() {}

  static Failure of(Exception cause, Duration limit) {
    return switch (cause) {
      case ConnectionClosedException _ ->
          new Failure(Kind.UNREACHABLE, "it closed the connection without a full answer");
      case MessageConstraintException _ ->
          new Failure(Kind.NOT_A_PEER, "its answer starts with more headers than a peer's would");
      case HttpException _ ->
          new Failure(Kind.NOT_A_PEER, "it does not answer in HTTP, as a p2pgossip peer would");
      case SocketTimeoutException _ -> timedOut(limit);
      case TlsAnswer _ -> TlsFailures.httpsOnly();
      case SSLException broken -> TlsFailures.of(broken);
      case NoRouteToHostException _ -> new Failure(Kind.UNREACHABLE, "no route leads there");
      case ConnectException refused -> ofConnect(refused, limit);
      case IOException broken -> ofBroken(broken);
      default -> new Failure(Kind.UNREACHABLE, "the request failed here: " + cause);
    };
  }

  static Failure timedOut(Duration limit) {
    return new Failure(Kind.TIMED_OUT, "no answer within " + seconds(limit));
  }

  static Failure closing() {
    return new Failure(Kind.UNREACHABLE, "this program is closing its connections");
  }

  private static Failure ofConnect(ConnectException cause, Duration limit) {
    String said = said(cause);
    if (said.contains("refused")) {
      return new Failure(Kind.UNREACHABLE, "nothing listens there");
    }
    return said.contains("timed out") ? timedOut(limit) : ofBroken(cause);
  }

  private static Failure ofBroken(IOException cause) {
    String said = said(cause);
    if (said.contains("reset") || said.contains("Broken pipe")) {
      return new Failure(Kind.UNREACHABLE, "the connection broke");
    }
    return new Failure(
        Kind.UNREACHABLE,
        said.contains("unreachable") ? "no network leads there" : "the connection failed: " + said);
  }

  private static String said(IOException cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /// As in "5 s".
  static String seconds(Duration limit) {
    double seconds = limit.toMillis() / 1000.0;
    return seconds == Math.rint(seconds) ? (long) seconds + " s" : seconds + " s";
  }
}
