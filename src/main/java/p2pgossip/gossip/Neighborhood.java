package p2pgossip.gossip;

import java.time.Instant;
import p2pgossip.gossip.Neighbor.Bond;

/// Connects, drops and checks peers at the request of the user or because something was heard of
/// them.
///
/// Each peer has to answer a handshake first: an address is sent no message before it has answered
/// one as a peer.
final class Neighborhood {

  private final KnownPeers known;
  private final LearningGate gate;
  private final Agenda agenda;
  private final Roster roster;
  private final LostPeers lost;
  private final HandshakeBudget budget;

  Neighborhood(
      KnownPeers known,
      LearningGate gate,
      Agenda agenda,
      Roster roster,
      LostPeers lost,
      HandshakeBudget budget) {
    this.known = known;
    this.gate = gate;
    this.agenda = agenda;
    this.roster = roster;
    this.lost = lost;
    this.budget = budget;
  }

  /// Whether there is a peer that the user asked for and that has neither accepted nor failed yet.
  boolean awaitsTargets() {
    for (Neighbor neighbor : known.all()) {
      if (neighbor.standing() == Standing.PENDING
          && neighbor.bond().askedFor()
          && neighbor.health().failures() == 0) {
        return true;
      }
    }
    return false;
  }

  /// The user asks for a connection.
  void connect(PeerAddress target, PeerSettings settings, StepBuilder builder) {
    if (gate.isOwn(target)) {
      builder.happened(connectFailed(builder, target, ownAddress(), false));
      return;
    }
    gate.open(target);
    lost.remove(target);
    Neighbor neighbor = known.get(target);
    if (neighbor == null) {
      if (roster.isFullForAsked(settings, builder)) {
        Failure full = new Failure(Failure.Kind.REFUSED, Roster.limitReached(settings));
        builder.happened(connectFailed(builder, target, full, false));
        return;
      }
      roster.add(target, null, Origin.ASKED, Bond.NONE.withAskedFor(true), builder);
    } else {
      known.put(neighbor.withBond(neighbor.bond().withAskedFor(true)));
      roster.check(target, builder);
    }
  }

  /// A peer that never answered turns out to have another address.
  void replace(PeerAddress unanswered, PeerAddress target, StepBuilder builder) {
    if (known.contains(unanswered)) {
      roster.remove(unanswered);
      Failure elsewhere =
          new Failure(
              Failure.Kind.UNREACHABLE,
              "the same name also leads to " + target + ", which answers");
      builder.happened(new GossipEvent.PeerForgotten(builder.at(), unanswered, elsewhere));
    }
  }

  /// The user drops a peer.
  void disconnect(PeerAddress address, StepBuilder builder) {
    lost.remove(address);
    if (known.contains(address)) {
      roster.remove(address);
      gate.drop(address);
      builder.happened(new GossipEvent.PeerDropped(builder.at(), address));
    }
  }

  /// Checks the peers that are due.
  void checkDue(StepBuilder builder) {
    for (PeerAddress address : agenda.takeDue(builder.now())) {
      roster.check(address, builder);
    }
  }

  /// Asks lost peers that are due, if peers are learned.
  void checkLost(PeerSettings settings, StepBuilder builder) {
    if (looksForLost(settings)) {
      for (PeerAddress address : lost.takeDue(builder.now())) {
        if (budget.take(address, Source.of(address.ip()), builder.now())) {
          builder.send(new Request.Handshake(address));
        }
      }
    }
  }

  private static boolean looksForLost(PeerSettings settings) {
    return settings.update() && settings.keep();
  }

  /// When a peer is to be checked next, as [Nanos] tells it; [Nanos#NEVER] if none is.
  long nextCheck(PeerSettings settings) {
    Instant asked = looksForLost(settings) ? lost.earliest() : null;
    return asked == null ? agenda.earliest() : Math.min(agenda.earliest(), Nanos.of(asked));
  }

  /// The way to others may have changed: the peers that do not answer are asked at once.
  void checkUnreachable(StepBuilder builder) {
    for (Neighbor neighbor : known.all()) {
      if (isWaitedFor(neighbor)) {
        roster.check(neighbor.address(), builder);
      }
    }
    lost.hasten(builder.now());
  }

  private static boolean isWaitedFor(Neighbor neighbor) {
    return neighbor.health().nextCheck() != null
        && (neighbor.standing() == Standing.UNREACHABLE || neighbor.standing() == Standing.PENDING);
  }

  /// What this peer can prove has changed: the peers that refused it, or that it refused, are asked
  /// again.
  void checkRefused(StepBuilder builder) {
    for (Neighbor neighbor : known.all()) {
      if (neighbor.standing() == Standing.REFUSED) {
        roster.check(neighbor.address(), builder);
      }
    }
  }

  /// A neighbour sent a message.
  ///
  /// @param sender of the message; a message of a presumed sender does not show whom it knows
  void messageFrom(Neighbor neighbor, Sender sender, StepBuilder builder) {
    if (sender instanceof Sender.Named && neighbor.isHealthy()) {
      roster.stand(neighbor.oneReceived(builder.now()), builder);
    } else {
      heardFrom(neighbor.withMessages(neighbor.messages().oneReceived()), builder);
    }
  }

  /// Something came from a neighbour. If it had stopped answering, it is checked at once.
  void heardFrom(Neighbor neighbor, StepBuilder builder) {
    known.put(neighbor.withHealth(neighbor.health().heard(builder.now())));
    checkHeard(neighbor, builder);
  }

  private void checkHeard(Neighbor neighbor, StepBuilder builder) {
    PeerAddress address = neighbor.address();
    if (isWaitedFor(neighbor) && budget.take(address, Source.of(address.ip()), builder.now())) {
      roster.check(address, builder);
    }
  }

  /// A request came in from a caller that can be the peer at `from`. If that peer had stopped
  /// answering, it is asked for a handshake.
  void noticed(PeerAddress from, StepBuilder builder) {
    Neighbor neighbor = known.get(from);
    if (neighbor != null) {
      checkHeard(neighbor, builder);
    } else if (lost.contains(from) && budget.take(from, Source.of(from.ip()), builder.now())) {
      builder.send(new Request.Handshake(from));
    }
  }

  static Failure ownAddress() {
    return new Failure(Failure.Kind.REFUSED, "that is this peer itself");
  }

  static GossipEvent connectFailed(
      StepBuilder builder, PeerAddress target, Failure failure, boolean tryingAgain) {
    return new GossipEvent.ConnectFailed(builder.at(), target, failure, tryingAgain);
  }
}
