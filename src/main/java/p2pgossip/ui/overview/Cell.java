package p2pgossip.ui.overview;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.NetworkNode;
import p2pgossip.ui.faultlook.FaultLook;

/// One peer in the overview.
///
/// @param node null if the peer is no longer in the network
/// @param arrival null if it has not heard the rumour
record Cell(PeerAddress peer, @Nullable NetworkNode node, @Nullable Arrival arrival, Look look) {

  /// How a cell looks.
  ///
  /// @param step of the colours of hearing; [#UNHEARD] if it has not heard the rumour
  /// @param origin whether the rumour was told here first
  /// @param gone whether it has ended or does not answer
  /// @param faults that mark it, each with its group
  record Look(int step, boolean origin, boolean gone, Map<FaultLook, Integer> faults) {

    static final int UNHEARD = -1;

    Look {
      faults = Map.copyOf(faults);
    }

    boolean isHeard() {
      return step != UNHEARD;
    }
  }
}
