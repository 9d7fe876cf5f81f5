package p2pgossip.ui.model;

import java.util.function.Consumer;
import javafx.util.Subscription;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.RunningPeer;

/// Where peers have their places that windows look at, so that each can be started again in its own. FX
/// thread only.
public interface Home {

  /// Whether a peer has a place here, be it running or not.
  boolean holds(PeerAddress peer);

  /// Starts a peer again in its place: at its port, connected to whom it was connected to at first. That
  /// it runs is told to those who attend.
  ///
  /// @param settings with which it starts
  /// @param failed told in words why it could not be started
  void restart(PeerAddress peer, PeerSettings settings, Consumer<String> failed);

  /// @param joined given each peer that runs later: a new one, or one that was started again
  /// @param ended told that there are no places any longer
  Subscription attend(Consumer<RunningPeer> joined, Runnable ended);
}
