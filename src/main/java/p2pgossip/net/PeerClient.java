package p2pgossip.net;

import java.time.Duration;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;

/// Sends requests to other peers. One for all peers of a process; thread-safe; never blocks its
/// caller.
public interface PeerClient extends AutoCloseable {

  /// Sends `request`, and tells `outcome` exactly once, on a thread of the client's, within the
  /// time limit that the client was made with.
  void send(Request request, Outcome outcome);

  /// Gives up what is under way (each outcome is still told) and closes every connection.
  /// Idempotent.
  @Override
  void close();

  /// What became of one request. Called from a thread that serves other requests too: it must
  /// return at once.
  interface Outcome {

    void answered(Reply reply, Duration roundTrip);

    void failed(Failure failure);
  }
}
