package p2pgossip.population;

import java.util.function.IntPredicate;
import p2pgossip.gossip.Strategy.Carried;

/// When a run is over.
final class Ending {

  private Ending() {}

  static boolean isOver(RunInStep run) {
    Carried carried = run.plan().spreading().strategy().carried();
    if (anyOf(run, run::isSpreading) < 0) {
      return true;
    }
    return switch (carried) {
      case BY_THE_ORIGIN_UNTIL_ALL_ARE_TOLD -> run.rounds() > 0;
      case UNTIL_PASSED_ON -> false;
      case UNTIL_NO_LONGER_SPREAD ->
          run.plan().canLoseInterest() ? !anyContactIsPossible(run) : !anyNewsIsPossible(run);
      case WHILE_ANYBODY_LACKS_IT -> !anyNewsIsPossible(run);
    };
  }

  private static boolean anyContactIsPossible(RunInStep run) {
    return anyOf(run, peer -> run.isSpreading(peer) && hasNeighbor(run, peer, run::isAlive)) >= 0;
  }

  private static boolean anyNewsIsPossible(RunInStep run) {
    if (run.informed() == run.living()) {
      return false;
    }
    // As long as the rumour gets on, there is no need to look.
    if (run.lastHeard() == run.rounds()) {
      return true;
    }
    IntPredicate lacks = peer -> run.isAlive(peer) && !run.knows(peer);
    boolean fewKnow = run.informed() < run.living() / 2;
    IntPredicate few = fewKnow ? run::isSpreading : lacks;
    IntPredicate others = fewKnow ? lacks : run::isSpreading;
    return anyOf(run, peer -> few.test(peer) && hasNeighbor(run, peer, others)) >= 0;
  }

  /// The first such peer; negative if there is none.
  private static int anyOf(RunInStep run, IntPredicate such) {
    int peers = run.plan().neighbors().peers();
    for (int peer = 0; peer < peers; peer++) {
      if (such.test(peer)) {
        return peer;
      }
    }
    return -1;
  }

  private static boolean hasNeighbor(RunInStep run, int peer, IntPredicate such) {
    Neighbors neighbors = run.plan().neighbors();
    for (int handle = 0; handle < neighbors.count(peer); handle++) {
      if (such.test(neighbors.neighbor(peer, handle))) {
        return true;
      }
    }
    return false;
  }
}
