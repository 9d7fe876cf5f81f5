package p2pgossip.ui.graph;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.Flight.Kind;

/// All that travels between the peers: the messages, and the copies of rumours with the questions
/// for them. Each of the two is bounded by itself, so that steady gossip never crowds a rumour out.
final class Traffic {

  /// Slower, a dot would seem to stand; faster, it would be gone before it is seen.
  static final double SLOWEST = 0.02;

  static final double FASTEST = 10;

  private final Flights messages = new Flights();
  private final Flights copies = new Flights();
  private final FlightLayer layer = new FlightLayer();
  private double pace = 1;

  private record CopyKey(PeerAddress from, long number, PeerAddress to) {}

  FlightLayer layer() {
    return layer;
  }

  /// @throws IllegalArgumentException when it is not a number above 0
  void setPace(double pace) {
    if (!(pace > 0)) {
      throw new IllegalArgumentException("a pace of " + pace + " is not above 0");
    }
    this.pace = Math.clamp(pace, SLOWEST, FASTEST);
  }

  /// How many are to be drawn.
  int inAir() {
    return messages.inAir().size() + copies.inAir().size();
  }

  void messageSent(long number, PeerAddress from, PeerAddress to) {
    messages.sent(Kind.MESSAGE_OUT, number, from, to);
  }

  void messageDelivered(long number) {
    messages.delivered(number, true);
  }

  void messageFailed(long number) {
    messages.failed(number);
  }

  void messageReceived(PeerAddress from, PeerAddress to) {
    messages.passed(Kind.MESSAGE_IN, from, to);
  }

  void copySent(PeerAddress from, long number, PeerAddress to) {
    copies.sent(Kind.COPY, new CopyKey(from, number, to), from, to);
  }

  void copyArrived(PeerAddress from, long number, PeerAddress to, boolean news) {
    CopyKey key = new CopyKey(from, number, to);
    if (!copies.delivered(key, news)) {
      copySent(from, number, to);
      copies.delivered(key, news);
    }
  }

  void copyLost(PeerAddress from, long number, PeerAddress to) {
    CopyKey key = new CopyKey(from, number, to);
    if (!copies.failed(key)) {
      copySent(from, number, to);
      copies.failed(key);
    }
  }

  /// @param number nothing more is heard of a question, so that it is not needed
  void asked(PeerAddress from, long number, PeerAddress to) {
    copies.passed(Kind.QUESTION, from, to);
  }

  /// Lets time pass and draws.
  ///
  /// @param peers finds a peer on the screen; null where it is not in the picture
  void advance(
      double seconds, Projection projection, Function<PeerAddress, @Nullable PeerMark> peers) {
    messages.advance(seconds, pace);
    copies.advance(seconds, pace);
    layer.update(
        Stream.concat(messages.inAir().stream(), copies.inAir().stream()).toList(),
        projection,
        peers);
  }
}
