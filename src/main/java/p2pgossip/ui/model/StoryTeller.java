package p2pgossip.ui.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.PeerLabels;
import p2pgossip.network.WholeNetwork;
import p2pgossip.story.Mark;
import p2pgossip.story.MarkLog;
import p2pgossip.story.Outcome;
import p2pgossip.story.OutcomeFinder;
import p2pgossip.story.RumorMarks;
import p2pgossip.story.Story;

/// Tells one [Story] after another. What has not changed since the last is not found out again.
/// Used by one thread at a time.
final class StoryTeller {

  private @Nullable MarkLog of;
  private int size;
  private NetworkPicture picture = NetworkPicture.EMPTY;
  private @Nullable MeasuredSpread measured;
  private Story last = Story.EMPTY;

  /// @param shown the network, as it is drawn
  /// @param spread of the chosen rumour; null if there is none in the network that is shown
  @SuppressWarnings("ReferenceEquality")
  Story tell(
      MarkLog marks, NetworkPicture shown, @Nullable MeasuredSpread spread, WholeNetwork network) {
    boolean asBefore = of == marks && size == marks.size() && picture == shown;
    if (asBefore && isSame(spread)) {
      return last;
    }
    of = marks;
    size = marks.size();
    picture = shown;
    measured = spread;
    PeerLabels labels = shown.labels();
    List<Mark> all = new ArrayList<>(marks.marks(labels::of));
    Outcome outcome = null;
    if (spread != null) {
      all.addAll(RumorMarks.of(spread));
      all.sort(Comparator.comparing(Mark::at));
      outcome = OutcomeFinder.of(spread, shown, network.originals(), network::isWatched);
    }
    last = new Story(all, outcome);
    return last;
  }

  /// Only time has passed: the figures are the same.
  @SuppressWarnings("ReferenceEquality")
  private boolean isSame(@Nullable MeasuredSpread other) {
    MeasuredSpread before = measured;
    if (before == null || other == null) {
      return before == other;
    }
    return before.spread() == other.spread() && before.phase() == other.phase();
  }
}
