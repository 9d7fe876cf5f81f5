package p2pgossip.simulation;

import p2pgossip.gossip.Answer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Request;

/// How large the messages of simulated peers would be. Called for each that is answered, with the
/// lock of the time held.
public interface MessageSizes {

  /// All are empty: nobody wants to know.
  MessageSizes UNKNOWN = (_, _, _) -> 0;

  /// The bytes of a request and of its answer together.
  int of(PeerAddress from, Request request, Answer answer);
}
