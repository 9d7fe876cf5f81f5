package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Neighbor.Bond;
import p2pgossip.gossip.Neighbor.Health;
import p2pgossip.gossip.Neighbor.MessageCounts;

/// Which peers are known and when each is checked: two lists that must not contradict each other.
final class Roster {

  private static final Failure SILENT =
      new Failure(
          Failure.Kind.REFUSED,
          "it had not answered yet, and its place was needed for another peer");

  private static final Failure OUTNUMBERED =
      new Failure(
          Failure.Kind.REFUSED,
          "its place was needed for a peer of another machine, of which fewer are known");

  private static final Failure NO_PLACE =
      new Failure(Failure.Kind.REFUSED, "all places are taken by other peers");

  private static final Failure WANTED =
      new Failure(Failure.Kind.REFUSED, "its place was needed for a peer that was asked for");

  /// Peers that may be known beyond the limit for the few seconds until they have answered.
  static final int GUESTS = 16;

  /// The first to give up their places: those that do not answer, and among the others the newest.
  private static final Comparator<Neighbor> LEAST_SETTLED =
      Comparator.comparing(Neighbor::isHealthy)
          .thenComparing(Comparator.comparing(Neighbor::since).reversed())
          .thenComparing(Neighbor::address);

  /// A peer that has said goodbye is given this time to end.
  private static final Duration AFTER_GOODBYE = Duration.ofSeconds(2);

  private final KnownPeers known;
  private final Agenda agenda;
  private final HandshakeBudget budget;
  private final LearningGate gate;
  private boolean fullSaid;

  Roster(KnownPeers known, Agenda agenda, HandshakeBudget budget, LearningGate gate) {
    this.known = known;
    this.agenda = agenda;
    this.budget = budget;
    this.gate = gate;
  }

  /// Takes in a peer that is not known yet and that a source has named, by calling or in a list,
  /// and checks it at once.
  void addNamed(
      PeerAddress address,
      Source source,
      Peer peer,
      Origin origin,
      Bond bond,
      StepBuilder builder) {
    put(address, peer, origin, bond, builder).setNamedBy(source);
    check(address, builder);
  }

  /// Takes in a peer that is not known yet and checks it at once.
  void add(
      PeerAddress address, @Nullable Peer peer, Origin origin, Bond bond, StepBuilder builder) {
    put(address, peer, origin, bond, builder);
    check(address, builder);
  }

  /// Takes in a peer that is not known yet.
  KnownPeer put(
      PeerAddress address, @Nullable Peer peer, Origin origin, Bond bond, StepBuilder builder) {
    KnownPeer taken =
        known.put(
            new Neighbor(
                address,
                peer,
                Standing.PENDING,
                origin,
                builder.at(),
                bond,
                MessageCounts.NONE,
                Health.UNKNOWN,
                null));
    builder.happened(new GossipEvent.PeerPending(builder.at(), address, origin));
    return taken;
  }

  /// Asks a known peer for a handshake now, in place of the planned one. If only others have named
  /// it and too many such peers have been asked lately, it is asked later.
  void check(PeerAddress address, StepBuilder builder) {
    KnownPeer peer = known.find(address);
    if (peer == null) {
      return;
    }
    agenda.cancel(peer);
    Neighbor neighbor = peer.neighbor();
    if (isOnlyNamed(neighbor) && !budget.take(address, namerOf(address), builder.now())) {
      plan(neighbor, builder.now().plus(HandshakeBudget.LATER));
    } else {
      known.put(neighbor.withHealth(neighbor.health().withNextCheck(null)));
      peer.setCheckedAgain(builder.send(new Request.Handshake(address)) == null);
    }
  }

  /// Whether a peer was to be checked while a handshake was already pending, whose answer may
  /// therefore be outdated. True once.
  boolean takeAgain(PeerAddress address) {
    KnownPeer peer = known.find(address);
    if (peer == null || !peer.isCheckedAgain()) {
      return false;
    }
    peer.setCheckedAgain(false);
    return true;
  }

  private static boolean isOnlyNamed(Neighbor neighbor) {
    return !neighbor.bond().askedFor()
        && (neighbor.standing() == Standing.PENDING || neighbor.standing() == Standing.REFUSED);
  }

  private Source namerOf(PeerAddress address) {
    KnownPeer peer = known.find(address);
    Source namer = peer == null ? null : peer.namedBy();
    return namer == null ? Source.of(address.ip()) : namer;
  }

  /// Plans a check of a known peer.
  void plan(Neighbor neighbor, Instant at) {
    agenda.plan(known.put(neighbor.withHealth(neighbor.health().withNextCheck(at))), at);
  }

  /// Records a peer that answers, plans its next check, and reports what has changed.
  void stand(Neighbor neighbor, StepBuilder builder) {
    Standing before = neighbor.standing();
    PeerAddress address = neighbor.address();
    KnownPeer last = known.find(address);
    Mutuality linkBefore = last == null ? null : last.link();
    Mutuality link = neighbor.bond().link();
    Standing standing = link == Mutuality.ONE_WAY ? Standing.LEARNED : Standing.CONNECTED;
    KnownPeer peer = known.put(neighbor.withStanding(standing));
    peer.setNamedBy(null);
    Instant nextCheck = neighbor.health().nextCheck();
    if (nextCheck == null) {
      agenda.cancel(peer);
    } else {
      agenda.plan(peer, nextCheck);
    }
    boolean recovered = before == Standing.UNREACHABLE && neighbor.peer() != null;
    if (recovered
        || (before == Standing.REFUSED
            && standing == Standing.LEARNED
            && !(neighbor.origin() instanceof Origin.ListedBy))) {
      builder.happened(new GossipEvent.PeerRecovered(builder.at(), address, link));
    } else if (standing == Standing.CONNECTED && before != Standing.CONNECTED) {
      builder.happened(
          new GossipEvent.PeerConnected(builder.at(), address, neighbor.origin(), link));
    } else if (standing == Standing.LEARNED
        && (before == Standing.PENDING || before == Standing.REFUSED)
        && neighbor.origin() instanceof Origin.ListedBy(PeerAddress listedBy)) {
      builder.happened(new GossipEvent.PeerLearned(builder.at(), address, listedBy));
    } else if (linkBefore != null && linkBefore != link) {
      builder.happened(new GossipEvent.LinkChanged(builder.at(), address, link));
    }
  }

  /// A peer has said goodbye. One that the user asked for is waited for.
  void departed(Neighbor neighbor, PeerSettings settings, StepBuilder builder) {
    PeerAddress address = neighbor.address();
    builder.happened(new GossipEvent.PeerLeft(builder.at(), address));
    if (neighbor.bond().askedFor() && settings.keep()) {
      Failure left = new Failure(Failure.Kind.UNREACHABLE, "it has said goodbye");
      Instant next = builder.now().plus(AFTER_GOODBYE);
      plan(
          neighbor
              .withStanding(Standing.UNREACHABLE)
              .withBond(Bond.NONE.withAskedFor(true))
              .withHealth(neighbor.health().failed(left.reason(), builder.now())),
          next);
      builder.happened(
          new GossipEvent.PeerUnreachable(
              builder.at(), address, neighbor.health().failures() + 1, builder.at(next), left));
      return;
    }
    remove(address);
    // Others still list it for a while.
    gate.silence(address, builder.now());
  }

  void remove(PeerAddress address) {
    KnownPeer removed = known.remove(address);
    if (removed != null) {
      agenda.cancel(removed);
    }
    fullSaid = false;
  }

  /// Whether there is no room for a peer that a source has named. If all places are taken, a peer
  /// that has not answered yet gives up its place, one of the source that has named the most of
  /// them.
  boolean isFullFor(Source source, PeerSettings settings, StepBuilder builder) {
    if (known.size() >= settings.maxPeers()) {
      List<PeerAddress> silent =
          known.named().stream().filter(this::hasNotAnswered).sorted().toList();
      FairShare.whoYields(silent, this::namerOf, source)
          .ifPresent(loser -> forget(loser, SILENT, builder));
    }
    return isFull(settings, builder);
  }

  /// Whether a peer that calls from `source` may be checked although all places are taken: once it
  /// has answered, a peer of a source of which more are known gives up its place.
  boolean takesGuest(Source source, PeerSettings settings) {
    return known.size() < settings.maxPeers() + GUESTS
        && FairShare.whoYields(othersThan(null), this::sourceOf, source).isPresent();
  }

  /// A peer that has just answered takes its place. If there is none, a peer of a source of which
  /// more are known gives up its place, or else the newcomer is forgotten.
  void settle(PeerAddress newcomer, PeerSettings settings, StepBuilder builder) {
    Neighbor settled = known.get(newcomer);
    if (settled == null || known.size() <= settings.maxPeers()) {
      return;
    }
    Optional<Neighbor> loser =
        FairShare.whoYields(othersThan(newcomer), this::sourceOf, Source.of(newcomer.ip()));
    if (loser.isPresent()) {
      forget(loser.get().address(), OUTNUMBERED, builder);
    } else if (!settled.bond().askedFor()) {
      forget(newcomer, NO_PLACE, builder);
    }
  }

  /// Whether there is no room for a peer that the user asks for. A peer that the user has not asked
  /// for gives up its place, first one that has not answered.
  boolean isFullForAsked(PeerSettings settings, StepBuilder builder) {
    if (known.size() >= settings.maxPeers()) {
      List<Neighbor> others = othersThan(null);
      List<Neighbor> silent = others.stream().filter(it -> hasNotAnswered(it.address())).toList();
      FairShare.whoYields(silent.isEmpty() ? others : silent, this::sourceOf)
          .ifPresent(loser -> forget(loser.address(), WANTED, builder));
    }
    return isFull(settings, builder);
  }

  private Source sourceOf(Neighbor neighbor) {
    return namerOf(neighbor.address());
  }

  private List<Neighbor> othersThan(@Nullable PeerAddress one) {
    return known.all().stream()
        .filter(it -> !it.bond().askedFor() && !it.address().equals(one))
        .sorted(LEAST_SETTLED)
        .toList();
  }

  private void forget(PeerAddress loser, Failure why, StepBuilder builder) {
    remove(loser);
    builder.happened(new GossipEvent.PeerForgotten(builder.at(), loser, why));
  }

  private boolean hasNotAnswered(PeerAddress address) {
    Neighbor neighbor = known.get(address);
    return neighbor != null
        && neighbor.standing() == Standing.PENDING
        && !neighbor.bond().askedFor();
  }

  /// Why no more peers may be known, in words.
  static String limitReached(PeerSettings settings) {
    return "the limit of " + settings.maxPeers() + " known peers is reached";
  }

  /// Whether no more peers may be known. Reported once, until there is room again.
  boolean isFull(PeerSettings settings, StepBuilder builder) {
    boolean full = known.size() >= settings.maxPeers();
    if (full && !fullSaid) {
      builder.happened(new GossipEvent.Full(builder.at(), settings.maxPeers()));
    }
    fullSaid = full;
    return full;
  }
}
