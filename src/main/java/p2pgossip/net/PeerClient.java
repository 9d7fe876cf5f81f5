package p2pgossip.net;

import java.time.Duration;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;

/// Sends requests to other peers. All peers of a process share one; thread-safe; never blocks its
/// caller.
public interface PeerClient extends AutoCloseable {

  /// Sends `request`, and reports to `outcome` exactly once, on a thread of the client's, within
  /// the client's time limit.
  void send(Request request, Outcome outcome);

  /// Gives up the requests in progress (each outcome is still reported) and closes every
  /// connection. Idempotent.
  @Override
  void close();

  /// The outcome of one request. Called on a thread that serves other requests too: it must return
  /// at once.
  interface Outcome {

    void answered(Reply reply, Duration roundTrip);

    void failed(Failure failure);
  }
}
