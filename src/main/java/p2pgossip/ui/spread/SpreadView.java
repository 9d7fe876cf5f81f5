package p2pgossip.ui.spread;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.RumorSummary;
import p2pgossip.story.Mark;

/// All that a [SpreadPane] shows at one moment.
///
/// @param rumors to choose from, in the order shown: the newest first
/// @param chosen the rumour that the whole window is about; null while there is none
/// @param shown the spreads in the charts, laid over one another: the chosen one first, if there is
///     one. At most [#MOST_SHOWN] of them are drawn
/// @param marks what happened in the network of the chosen rumour, in the order of their times
/// @param now the moment shown, from which ages count
/// @param live whether that is the present, not a recording played again
/// @param obstacle why no rumour can be told just now, as a sentence; null while one can
public record SpreadView(
    List<RumorSummary> rumors,
    @Nullable RumorId chosen,
    List<NamedSpread> shown,
    List<Mark> marks,
    Instant now,
    boolean live,
    @Nullable String obstacle) {

  /// As many as there are looks that can be told apart.
  public static final int MOST_SHOWN = 6;

  public SpreadView {
    rumors = List.copyOf(rumors);
    shown = List.copyOf(shown);
    marks = List.copyOf(marks);
  }

  /// Nothing has been heard of yet.
  public static SpreadView empty(Instant now) {
    return new SpreadView(List.of(), null, List.of(), List.of(), now, true, null);
  }
}
