package p2pgossip.peer;

import java.time.Duration;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.PeerClient;
import p2pgossip.profile.MessageSent;
import p2pgossip.profile.Meter;
import p2pgossip.profile.RequestKind;

/// Counts what one peer's client sends, and the outcomes as the peer sees them. Closing it closes
/// the client.
record MeteredClient(PeerAddress self, PeerClient client, Meter meter) implements PeerClient {

  @Override
  public void send(Request request, Outcome outcome) {
    RequestKind kind = RequestKind.of(request);
    meter.sent(kind);
    MessageSent event = MessageSent.begun();
    client.send(
        request,
        new Outcome() {
          @Override
          public void answered(Reply reply, Duration roundTrip) {
            meter.answered(roundTrip);
            event.answered(self, request.to(), kind);
            outcome.answered(reply, roundTrip);
          }

          @Override
          public void failed(Failure failure) {
            meter.failed(kind);
            event.failed(self, request.to(), kind, failure);
            outcome.failed(failure);
          }
        });
  }

  @Override
  public void close() {
    client.close();
  }
}
