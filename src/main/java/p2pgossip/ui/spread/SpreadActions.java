package p2pgossip.ui.spread;

import java.time.Instant;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;

/// What the user asks for in a [SpreadPane]; called on the FX thread. The pane changes nothing by
/// itself: what is chosen and shown comes back with the next view.
public interface SpreadActions {

  /// Where a new rumour is told first.
  enum Start {
    HERE,
    /// At any peer, drawn at random.
    ANYWHERE
  }

  /// Tells a new rumour.
  ///
  /// @param text not blank, and not too long for a rumour
  void spread(String text, Start start);

  /// Makes this the rumour that the window is about.
  void choose(RumorId rumor);

  /// Lays a rumour over the chosen one, or takes it off again.
  void compare(RumorId rumor, boolean shown);

  /// Takes a spread out of the charts.
  void remove(NamedSpread spread);

  /// Shows a moment again.
  void seek(Instant moment);

  /// Lights up these peers in the graph, and no others; none if there are none.
  void light(Set<PeerAddress> peers);

  /// Opens the laboratory with the settings under which it spread.
  void openInLaboratory(NamedSpread spread);
}
