package p2pgossip.ui.spacetime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.Naming;
import p2pgossip.network.Spread;
import p2pgossip.story.Mark;

/// All that a [SpaceTimePane] shows at one moment.
///
/// @param measured spread of the chosen rumour; null while there is none
/// @param peers that have a line although they have neither heard the rumour nor been sent it. All
///     others have one anyway
/// @param marks what happened in the network of the rumour, in the order of their times
/// @param now the moment shown
/// @param live whether that is the present, not a recording played again
public record SpaceTimeView(
    @Nullable MeasuredSpread measured,
    List<PeerAddress> peers,
    List<Mark> marks,
    Instant now,
    boolean live,
    Naming names) {

  /// A view of peers without names.
  public SpaceTimeView(
      @Nullable MeasuredSpread measured,
      List<PeerAddress> peers,
      List<Mark> marks,
      Instant now,
      boolean live) {
    this(measured, peers, marks, now, live, Naming.NONE);
  }

  public SpaceTimeView {
    peers = List.copyOf(peers);
    marks = List.copyOf(marks);
  }

  /// Whether both show the same peers, called the same.
  boolean isOfSamePeersAs(SpaceTimeView other) {
    return peers.equals(other.peers) && names.equals(other.names);
  }

  @Nullable Spread spread() {
    return measured == null ? null : measured.spread();
  }

  /// There is no rumour.
  public static SpaceTimeView empty(Instant now) {
    return new SpaceTimeView(null, List.of(), List.of(), now, true);
  }
}
