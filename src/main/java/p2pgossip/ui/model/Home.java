package p2pgossip.ui.model;

import java.util.function.Consumer;
import javafx.util.Subscription;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.steering.SteerablePeer;

/// Holds the places of peers that windows show, so that each peer can be started again in its
/// place. FX thread only.
public interface Home {

  /// Whether a peer has a place here, running or not.
  boolean holds(PeerAddress peer);

  /// Starts a peer again in its place: at its port, connected to the same peers as at first. The
  /// listeners of [#attend] are told when it runs.
  ///
  /// @param settings with which it starts
  /// @param failed told in words why it could not be started
  void restart(PeerAddress peer, PeerSettings settings, Consumer<String> failed);

  /// @param joined given each peer that runs later: a new one, or one that is started again
  /// @param ended told when there are no places any more
  Subscription attend(Consumer<SteerablePeer> joined, Runnable ended);
}
