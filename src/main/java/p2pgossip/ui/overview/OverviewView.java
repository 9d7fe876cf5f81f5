package p2pgossip.ui.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Spread;

/// All that an [OverviewPane] shows at one moment.
///
/// @param spread of the chosen rumour; null while there is none
/// @param faults in force
/// @param live whether the moment is the present, not one of a recording
public record OverviewView(
    @Nullable Spread spread,
    NetworkPicture picture,
    List<Fault<PeerAddress>> faults,
    boolean live) {

  /// Nothing is seen yet.
  public static final OverviewView EMPTY =
      new OverviewView(null, NetworkPicture.EMPTY, List.of(), true);

  public OverviewView {
    faults = List.copyOf(faults);
  }

  /// Whether there is nothing in this view that is not in another, which may be shown already.
  /// Cheap: each part is compared by identity.
  @SuppressWarnings("ReferenceEquality")
  boolean isSameAs(OverviewView other) {
    return spread == other.spread
        && picture == other.picture
        && faults.equals(other.faults)
        && live == other.live;
  }
}
