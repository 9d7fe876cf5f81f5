package p2pgossip.ui.swarm;

import java.util.function.UnaryOperator;
import p2pgossip.gossip.PeerSettings;

/// What the bar asks for, for all peers of the swarm at once.
public interface SwarmActions {

  /// Changes the settings of all.
  void change(UnaryOperator<PeerSettings> how);

  /// Stretches the period to five times its length, and shows messages travelling at that pace; or
  /// takes both back.
  void setSlowMotion(boolean slow);

  /// Each begins one period now, also while it is paused.
  void stepPeriod();

  /// A rumour begins.
  ///
  /// @param text empty for the words that [SwarmBar#suggest] was given last
  /// @param atRandom at any of the swarm, and not at the peer that is selected
  void spread(String text, boolean atRandom);

  /// All forget all rumours.
  void forgetRumors();

  /// Ends all peers of the swarm.
  void stop();
}
