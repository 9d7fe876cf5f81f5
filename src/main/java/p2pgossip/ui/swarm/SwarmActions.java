package p2pgossip.ui.swarm;

import java.util.function.UnaryOperator;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.pace.Pace;

/// What the bar asks of all peers of the swarm.
public interface SwarmActions {

  /// Changes the settings of all peers.
  void change(UnaryOperator<PeerSettings> how);

  /// Stretches the period to five times its length, and shows messages at that pace. Or undoes
  /// both.
  void setSlowMotion(boolean slow);

  /// Lets virtual time pass at this pace.
  void setPace(Pace pace);

  /// Each peer begins one period now, also while it is paused.
  void stepPeriod();

  /// Tells a rumour.
  ///
  /// @param text empty for the words that [SwarmBar#suggest] was given last
  /// @param atRandom whether it begins at any peer of the swarm, and not at the selected one
  void spread(String text, boolean atRandom);

  /// All peers forget all rumours.
  void forgetRumors();

  /// Ends all peers of the swarm.
  void stop();
}
