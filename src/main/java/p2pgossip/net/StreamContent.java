package p2pgossip.net;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.wire.GossipEventJson;
import p2pgossip.wire.PeerSnapshotJson;
import p2pgossip.wire.Reading;
import p2pgossip.wire.WireException;

/// Reads what a peer says of itself over `GET /events`, and hands it on. For one thread.
final class StreamContent implements EventStreamParser.Handler {

  private final PeerAddress address;
  private final PeerStreams.Listener listener;
  private final InstantSource clock;
  private final BooleanSupplier wanted;
  private final EventStreamParser parser;
  private final StreamGauge gauge;
  private StreamProof proof = StreamProof.NOT_NEEDED;
  private boolean begun;
  private boolean stopped;

  /// @param address of the peer, under which its state is handed on
  /// @param wanted whether anything is still to be handed on
  StreamContent(
      PeerAddress address,
      PeerStreams.Listener listener,
      InstantSource clock,
      StreamLimits limits,
      BooleanSupplier wanted) {
    this.wanted = wanted;
    this.address = address;
    this.listener = listener;
    this.clock = clock;
    parser = new EventStreamParser(limits.eventBytes(), this);
    gauge = new StreamGauge(limits, System::nanoTime);
  }

  /// Requires each event from now on to prove who sent it.
  void require(StreamProof events) {
    proof = events;
  }

  /// @throws BadStream when the stream must not be read any further
  void read(ByteBuffer bytes) throws BadStream {
    gauge.bytes(bytes.remaining());
    parser.read(bytes);
  }

  /// The reason why a stream ended in order.
  String end() {
    return stopped ? "it has ended" : "it ended the stream";
  }

  @Override
  public void line() throws BadStream {
    gauge.line();
  }

  /// Skips unknown events: a newer peer may send more.
  @Override
  public void event(String name, byte[] data, String mac) throws BadStream {
    gauge.event();
    if (!proof.isEvent(name, data, mac)) {
      throw new BadStream("it sends an event without a valid proof of who sent it");
    }
    try {
      switch (name) {
        case EventStreamText.STATE -> seen(PeerSnapshotJson.read(data));
        case EventStreamText.HAPPENED, "message" -> {
          if (GossipEventJson.read(data) instanceof Reading.Understood(GossipEvent event)) {
            happened(event);
          }
        }
        default -> {}
      }
    } catch (WireException e) {
      throw new BadStream("it sends an invalid event: " + e.reason());
    }
  }

  /// A peer can't speak for another: whatever address it gives, it is the peer that is followed.
  private void seen(PeerSnapshot said) {
    begun = true;
    PeerSnapshot snapshot =
        new PeerSnapshot(
            said.at(),
            address,
            said.self(),
            said.settings(),
            said.periods(),
            said.neighbors(),
            said.rumors());
    tell(() -> listener.seen(snapshot, clock.instant()));
  }

  private void happened(GossipEvent event) throws BadStream {
    if (!begun) {
      throw new BadStream("it sends events before its state");
    }
    stopped = event instanceof GossipEvent.Stopped;
    tell(() -> listener.happened(event));
  }

  private void tell(Runnable telling) {
    if (wanted.getAsBoolean()) {
      Guarded.run(telling);
    }
  }
}
