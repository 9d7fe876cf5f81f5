package p2pgossip.story;

import java.time.Duration;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;

/// How a rumour has fared by the moment that is shown.
public sealed interface Outcome {

  /// All peers that could hear it have.
  ///
  /// @param after its birth
  record ReachedAll(int population, Duration after) implements Outcome {}

  /// It still spreads.
  ///
  /// @param passing how many peers still pass it on; 0 while copies are in transit only
  /// @param asked whether peers that lack it ask for it, so that it need not be told
  record GoesOn(int reached, int population, int passing, boolean asked) implements Outcome {}

  /// No peer passes it on any longer.
  ///
  /// @param missed the running peers that have not heard it
  record Stopped(int reached, int population, Set<PeerAddress> missed, Reason reason)
      implements Outcome {
    public Stopped {
      missed = Set.copyOf(missed);
    }
  }

  /// Why a rumour went no further. Where several hold, the first of these is told.
  enum Reason {
    /// The run ended while it was still spreading.
    RUN_ENDED,
    /// No peer that had heard it runs any longer.
    HEARERS_ENDED,
    /// Only original peers stand between the peers that have heard it and the others. They pass
    /// nothing on.
    ORIGINALS_BETWEEN,
    /// The links between them were not kept, since there were too many.
    NOT_ON_RECORD,
    /// No peer that has heard it knows any of the others.
    UNKNOWN_TO_HEARERS,
    /// A fault let nothing through to the others while it was passed on.
    KEPT_APART,
    /// Each peer that could tell the others heard it on the last hop that it may make.
    OUT_OF_HOPS,
    /// Only the peer at which it began tells it, and it has told its neighbours.
    TOLD_BY_ORIGIN_ONLY,
    /// The coins of the peers that could tell the others said no.
    COIN_SAID_NO,
    /// It is told once only, and the copies to the others were lost.
    COPIES_LOST,
    /// All peers that have heard it lost interest first.
    INTEREST_LOST
  }
}
