package p2pgossip.ui.spread;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.CountedPeers;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadFigures;
import p2pgossip.ui.figure.Figure;

/// Which peers of the graph a figure is about.
final class FigurePeers {

  private static final Map<Figure<SpreadFigures>, Function<Spread, Set<PeerAddress>>> PEERS =
      Map.ofEntries(
          Map.entry(SpreadFigure.REACHED, CountedPeers::reached),
          Map.entry(SpreadFigure.T50, spread -> CountedPeers.firstToHear(spread, 50)),
          Map.entry(SpreadFigure.T99, spread -> CountedPeers.firstToHear(spread, 99)),
          Map.entry(SpreadFigure.T_LAST, CountedPeers::lastToHear),
          Map.entry(SpreadFigure.COPIES, CountedPeers::senders),
          Map.entry(SpreadFigure.DUPLICATES, CountedPeers::withDuplicates),
          Map.entry(SpreadFigure.REDUNDANCY, CountedPeers::withDuplicates),
          Map.entry(SpreadFigure.BUSIEST_TENTH, CountedPeers::busiestTenth),
          Map.entry(SpreadFigure.LOST, CountedPeers::missedByCopies),
          Map.entry(SpreadFigure.LONGEST_HOPS, CountedPeers::longestWay));

  private FigurePeers() {}

  /// Empty if it is about none in particular.
  static Set<PeerAddress> of(Figure<SpreadFigures> figure, Spread spread) {
    Function<Spread, Set<PeerAddress>> peers = PEERS.get(figure);
    return peers == null ? Set.of() : peers.apply(spread);
  }
}
