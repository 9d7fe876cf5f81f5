package p2pgossip.story;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Arrival;
import p2pgossip.network.Conditions;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Ending;
import p2pgossip.network.Link;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;
import p2pgossip.network.Spread;
import p2pgossip.story.Outcome.Reason;

/// Finds the outcome of one rumour, and why it went no further. Used by one thread at a time.
public final class OutcomeFinder {

  private final MeasuredSpread measured;
  private final Spread spread;
  private final NetworkPicture picture;
  private final Set<PeerAddress> originals;

  /// The running peers that have not heard it.
  private final Set<PeerAddress> missed = new HashSet<>();

  /// The links from peers that have heard it to peers that have not.
  private final List<Link> border;

  private final Predicate<PeerAddress> runs;

  /// Whether no peer is known to run.
  private final boolean standsStill;

  private OutcomeFinder(
      MeasuredSpread measured,
      NetworkPicture picture,
      Set<PeerAddress> originals,
      Predicate<PeerAddress> runs) {
    this.measured = measured;
    this.spread = measured.spread();
    this.picture = picture;
    this.originals = originals;
    this.runs = runs;
    this.standsStill = picture.nodes().keySet().stream().noneMatch(runs);
    picture
        .nodes()
        .values()
        .forEach(
            node -> {
              if (isPresent(node.address())
                  && !originals.contains(node.address())
                  && !spread.arrivals().containsKey(node.address())) {
                missed.add(node.address());
              }
            });
    border =
        picture.links().stream()
            .filter(link -> hasHeard(link.from()) && missed.contains(link.to()))
            .toList();
  }

  /// @param picture of the network at the moment that is shown
  /// @param originals the peers that pass nothing on
  /// @param runs whether a peer is seen to run at that moment. Of a rumour that is over, the
  ///     network at its end counts, and who ran then: what happens later doesn't change the reason
  public static Outcome of(
      MeasuredSpread measured,
      NetworkPicture picture,
      Set<PeerAddress> originals,
      Predicate<PeerAddress> runs) {
    Ending ending = measured.spread().ending();
    OutcomeFinder finder =
        ending == null
            ? new OutcomeFinder(measured, picture, originals, runs)
            : new OutcomeFinder(
                measured,
                ending.network().picture(),
                originals,
                ending.network().running()::contains);
    return finder.outcome();
  }

  private Outcome outcome() {
    int reached = measured.figures().reached();
    int population = measured.figures().population();
    return switch (measured.phase()) {
      case COMPLETE -> new Outcome.ReachedAll(population, measured.figures().tLast());
      case SPREADING -> new Outcome.GoesOn(reached, population, passing(), asked());
      case CUT_OFF -> new Outcome.Stopped(reached, population, missed, Reason.RUN_ENDED);
      case STUCK -> new Outcome.Stopped(reached, population, missed, reason());
    };
  }

  private int passing() {
    return (int)
        spread.arrivals().values().stream()
            .filter(arrival -> arrival.spreading() && runs.test(arrival.peer()))
            .count();
  }

  private boolean asked() {
    Spreading spreading = spreading();
    return spreading != null && !spreading.strategy().spreader().tells();
  }

  private Reason reason() {
    if (spread.arrivals().keySet().stream().noneMatch(this::isPresent)) {
      return Reason.HEARERS_ENDED;
    }
    if (border.isEmpty() && linksAreMissing()) {
      return Reason.NOT_ON_RECORD;
    }
    if (border.isEmpty()) {
      return standBetween() ? Reason.ORIGINALS_BETWEEN : Reason.UNKNOWN_TO_HEARERS;
    }
    if (border.stream().allMatch(this::wasBlocked)) {
      return Reason.KEPT_APART;
    }
    Spreading spreading = spreading();
    if (spreading == null) {
      return Reason.INTEREST_LOST;
    }
    if (border.stream().allMatch(link -> hops(link.from()) >= spreading.hopLimit())) {
      return Reason.OUT_OF_HOPS;
    }
    Strategy strategy = spreading.strategy();
    if (strategy.carried() == Strategy.Carried.BY_THE_ORIGIN_UNTIL_ALL_ARE_TOLD) {
      return Reason.TOLD_BY_ORIGIN_ONLY;
    }
    if (strategy.carried() == Strategy.Carried.UNTIL_PASSED_ON) {
      return strategy.forwardsByChance() && border.stream().noneMatch(this::wasSent)
          ? Reason.COIN_SAID_NO
          : Reason.COPIES_LOST;
    }
    return Reason.INTEREST_LOST;
  }

  /// Whether it runs. Where no peer is known to, a peer counts if the one from whose view the
  /// network is shown could reach it.
  private boolean isPresent(PeerAddress peer) {
    NetworkNode node = picture.nodes().get(peer);
    return standsStill ? node != null && node.role() != Role.UNREACHABLE : runs.test(peer);
  }

  /// Whether copies passed, but no link is known: a recording keeps a large network without them.
  private boolean linksAreMissing() {
    return picture.links().isEmpty() && !spread.trips().isEmpty();
  }

  private boolean hasHeard(PeerAddress peer) {
    return spread.arrivals().containsKey(peer);
  }

  private int hops(PeerAddress peer) {
    Arrival arrival = spread.arrivals().get(peer);
    return arrival == null ? 0 : arrival.hops();
  }

  /// The settings under which it was heard last; null if they are not known.
  private @Nullable Spreading spreading() {
    List<Conditions.InForce> settings = spread.conditions().settings();
    return settings.isEmpty() ? null : settings.getLast().spreading();
  }

  /// Whether a way leads from peers that have heard it over original peers to one that has not.
  private boolean standBetween() {
    return picture.links().stream()
            .anyMatch(link -> hasHeard(link.from()) && originals.contains(link.to()))
        && picture.links().stream()
            .anyMatch(link -> originals.contains(link.from()) && missed.contains(link.to()));
  }

  /// Whether a fault let nothing through while the rumour was passed on: until after the last copy
  /// of it was sent.
  private boolean wasBlocked(Link link) {
    Instant last = lastSent();
    return spread.conditions().faults().stream()
        .filter(span -> span.until() == null || span.until().isAfter(last))
        .anyMatch(
            span ->
                span.fault().freezes(link.to())
                    || span.fault().effect(link.from(), link.to()).loss() >= 1);
  }

  private Instant lastSent() {
    Instant last = measured.birth();
    for (CopyTrip trip : spread.trips()) {
      last = trip.sent().isAfter(last) ? trip.sent() : last;
    }
    return last;
  }

  private boolean wasSent(Link link) {
    return spread.trips().stream()
        .anyMatch(trip -> trip.from().equals(link.from()) && trip.to().equals(link.to()));
  }
}
