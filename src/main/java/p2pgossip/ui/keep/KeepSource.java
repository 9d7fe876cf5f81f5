package p2pgossip.ui.keep;

import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import p2pgossip.export.ChartCsv;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.journal.JournalLine;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Recorded;
import p2pgossip.network.Spread;
import p2pgossip.ui.print.Sight;

/// What there is to keep, as it is at the moment. Asked on the FX thread, except for the recording.
public interface KeepSource {

  /// The window's own peer; null until it has had an address.
  @Nullable PeerAddress self();

  /// All that was recorded. Asked on a background thread, for it may take a while.
  Recorded recorded();

  /// The rumours that are over, of which no more will be recorded.
  Set<RumorId> finished();

  /// The network as the graph shows it.
  NetworkPicture picture();

  /// The rumour of which the graph shows the spread; null where none is chosen.
  @Nullable Spread chosen();

  /// The spreads that stand in the charts, and what they are called there.
  List<ChartCsv.Run> runs();

  /// The lines that the log shows, oldest first.
  List<JournalLine> lines();

  /// All of which a picture can be taken, whether it is on the screen or not: always the same, in
  /// the order of the menu.
  List<Sight> sights();

  /// What shows it; null while it is not on the screen.
  @Nullable Parent shown(Sight sight);
}
