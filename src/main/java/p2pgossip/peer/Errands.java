package p2pgossip.peer;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.PeerClient;

/// What one peer has others do, besides gossip. Thread-safe; never waits.
public final class Errands {

  private final PeerClient client;

  /// @param client sends on behalf of the peer
  Errands(PeerClient client) {
    this.client = client;
  }

  /// Has another peer tell a rumour of its own, if it lets this one change it.
  ///
  /// @param text at most [p2pgossip.gossip.PeerSettings#LONGEST_TEXT] bytes of UTF-8
  /// @param outcome told why the other did not, or nothing if it did; on any thread
  public void begin(PeerAddress other, String text, Consumer<Optional<Failure>> outcome) {
    client.send(
        new Request.Begin(other, text),
        new PeerClient.Outcome() {
          @Override
          public void answered(Reply reply, Duration roundTrip) {
            outcome.accept(Optional.empty());
          }

          @Override
          public void failed(Failure failure) {
            outcome.accept(Optional.of(failure));
          }
        });
  }
}
