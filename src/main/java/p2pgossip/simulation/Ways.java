package p2pgossip.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fate;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.FaultSet;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Request;

/// What happens to messages between simulated peers: how long they take, and which are lost,
/// delayed or doubled. For peers in step, the order of a round. Called with the lock of the network
/// held.
final class Ways {

  private final Latency latency;

  /// Null unless the peers are in step.
  private final @Nullable Rounds rounds;

  private final FaultBoard faults;
  private final RandomGenerator random;
  private final RandomGenerator misfortune;
  private final Supplier<Duration> period;
  private BiPredicate<PeerAddress, PeerAddress> cut = (from, to) -> false;

  /// @param random for the latency
  /// @param misfortune for the faults, so that faults change nothing in a run in which there are
  ///     none
  /// @param period of the peers, now
  Ways(
      Latency latency,
      @Nullable Rounds rounds,
      FaultBoard faults,
      RandomGenerator random,
      RandomGenerator misfortune,
      Supplier<Duration> period) {
    this.latency = latency;
    this.rounds = rounds;
    this.faults = faults;
    this.random = random;
    this.misfortune = misfortune;
    this.period = period;
  }

  /// Cuts the links for which `links` is true, and no others, until the next call.
  void cut(BiPredicate<PeerAddress, PeerAddress> links) {
    cut = links;
  }

  boolean isCut(PeerAddress from, PeerAddress to) {
    return cut.test(from, to);
  }

  /// The fate of a message that `from` sends to `to` now.
  Fate fate(PeerAddress from, PeerAddress to) {
    FaultSet inForce = faults.inForce();
    return inForce.isEmpty() ? Fate.IN_TIME : inForce.fate(from, to, misfortune);
  }

  /// The time that a request takes to another peer.
  ///
  /// @param from number of the sender
  /// @param to number of the receiver; 0 where there is none
  Duration there(int from, int to, Request request) {
    return rounds == null ? latency.draw(from, to, random) : Rounds.way(request, period.get());
  }

  /// The time that the answer to a request takes.
  Duration back(int from, int to, Request request) {
    return rounds == null ? latency.draw(from, to, random) : Rounds.wayBack(request, period.get());
  }

  /// When a loss shows, counted from when the request set off.
  Duration lossShowsAfter() {
    return rounds == null ? Fate.LOSS_SHOWS_AFTER : Rounds.lossShowsAfter(period.get());
  }

  /// How long until the next round; empty unless the peers are in step.
  Optional<Duration> untilNextRound(Instant now, Duration period) {
    return rounds == null ? Optional.empty() : Optional.of(rounds.untilNext(now, period));
  }

  /// Does something now, or at the start of the next round if the peers are in step.
  void inNextRound(Runnable task) {
    if (rounds == null) {
      task.run();
    } else {
      rounds.next(task);
    }
  }

  /// What a peer answers; in step, by what it knew at the start of the round.
  Answer asOfRound(PeerAddress peer, Request request, Answer answer) {
    return rounds == null ? answer : rounds.asOfStart(peer, request, answer);
  }

  void happened(PeerAddress peer, GossipEvent event) {
    if (rounds != null) {
      rounds.happened(peer, event);
    }
  }
}
