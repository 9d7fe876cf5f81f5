package p2pgossip.ui.model;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;

/// What the user wants to see of the network. Immutable.
///
/// @param self the window's own peer, also once it has ended: a recording is still seen from there
/// @param selfRuns whether that runs
/// @param whole whether to show also whom others know
/// @param opened the recording from elsewhere that is to be shown; null for what is seen here
/// @param chosen rumour; null for the newest
/// @param forgotten the newest rumour when all were forgotten, which is not shown unless it is chosen;
/// null where they were not
/// @param compared rumours that are laid over the chosen one
/// @param pace recorded seconds in a second
record Looking(
    @Nullable PeerAddress self,
    boolean selfRuns,
    boolean whole,
    @Nullable OpenedRecording opened,
    @Nullable RumorId chosen,
    @Nullable RumorId forgotten,
    SequencedSet<RumorId> compared,
    double pace) {

  static final Looking FIRST =
      new Looking(null, false, false, null, null, null, new LinkedHashSet<>(), 1);

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
        pace);
  }

  Looking at(@Nullable OpenedRecording recording) {
    return new Looking(self, selfRuns, whole, recording, chosen, forgotten, compared, pace);
  }

  Looking choosing(@Nullable RumorId rumor) {
    return new Looking(self, selfRuns, whole, opened, rumor, forgotten, compared, pace);
  }

  /// Shows none of the rumours that there are, unless it is chosen.
  ///
  /// @param newest of them; null where there are none
  Looking forgetting(@Nullable RumorId newest) {
    return new Looking(self, selfRuns, whole, opened, null, newest, new LinkedHashSet<>(), pace);
  }

  Looking comparing(RumorId rumor, boolean shown) {
    SequencedSet<RumorId> all = new LinkedHashSet<>(compared);
    if (shown) {
      all.add(rumor);
    } else {
      all.remove(rumor);
    }
    return new Looking(self, selfRuns, whole, opened, chosen, forgotten, all, pace);
  }

  Looking atPace(double newPace) {
    return new Looking(self, selfRuns, whole, opened, chosen, forgotten, compared, newPace);
  }

  /// From whose side the picture is seen: that of the window's own peer, or of the one in whose window
  /// the recording was made that is shown; null where there is none.
  @Nullable PeerAddress viewer() {
    return opened == null ? self : opened.self();
  }
}
