package p2pgossip.profile;

import java.util.Map;
import p2pgossip.gossip.Standing;

/// The figures of one peer at one moment, for those who gather such figures.
///
/// @param known how many peers it knows, by how they stand to it; a standing that none has may be
/// missing
/// @param rumors that it keeps
/// @param followers who follow its events over the network
public record PeerFigures(
    MeterReading meter, Map<Standing, Integer> known, int rumors, int followers) {

  public PeerFigures {
    known = Map.copyOf(known);
  }
}
