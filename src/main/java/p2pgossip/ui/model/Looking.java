package p2pgossip.ui.model;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;

/// What the user wants to see of the network. Immutable.
///
/// @param self the window's own peer, also after it has ended: a recording is still seen from there
/// @param selfRuns whether it runs
/// @param whole whether to show also the peers that others know
/// @param opened the recording from a file that is to be shown; null to show what was seen here
/// @param chosen rumour; null for the newest
/// @param forgotten the newest rumour when all rumours were forgotten, which is shown only if it is
/// chosen; null if they were not forgotten
/// @param compared rumours that are laid over the chosen one
/// @param pace recorded seconds per second
/// @param names whether peers are called by their names, not by their addresses
record Looking(
    @Nullable PeerAddress self,
    boolean selfRuns,
    boolean whole,
    @Nullable OpenedRecording opened,
    @Nullable RumorId chosen,
    @Nullable RumorId forgotten,
    SequencedSet<RumorId> compared,
    double pace,
    boolean names) {

  static final Looking FIRST =
      new Looking(null, false, false, null, null, null, new LinkedHashSet<>(), 1, true);

  /// @param address null while the window's own peer does not run
  Looking from(@Nullable PeerAddress address, boolean newWhole) {
    return new Looking(
        address != null ? address : self,
        address != null,
        newWhole,
        opened,
        chosen,
        forgotten,
        compared,
        pace,
        names);
  }

  Looking at(@Nullable OpenedRecording recording) {
    return new Looking(self, selfRuns, whole, recording, chosen, forgotten, compared, pace, names);
  }

  Looking choosing(@Nullable RumorId rumor) {
    return new Looking(self, selfRuns, whole, opened, rumor, forgotten, compared, pace, names);
  }

  /// Shows none of the existing rumours, unless one is chosen.
  ///
  /// @param newest of them; null if there is none
  Looking forgetting(@Nullable RumorId newest) {
    return new Looking(
        self, selfRuns, whole, opened, null, newest, new LinkedHashSet<>(), pace, names);
  }

  Looking comparing(RumorId rumor, boolean shown) {
    SequencedSet<RumorId> all = new LinkedHashSet<>(compared);
    if (shown) {
      all.add(rumor);
    } else {
      all.remove(rumor);
    }
    return new Looking(self, selfRuns, whole, opened, chosen, forgotten, all, pace, names);
  }

  Looking atPace(double newPace) {
    return new Looking(self, selfRuns, whole, opened, chosen, forgotten, compared, newPace, names);
  }

  Looking naming(boolean newNames) {
    return new Looking(self, selfRuns, whole, opened, chosen, forgotten, compared, pace, newNames);
  }

  /// The peer from which the network is seen: the window's own peer, or the one in whose window the
  /// shown recording was made. Null if there is none.
  @Nullable PeerAddress viewer() {
    return opened == null ? self : opened.self();
  }
}
