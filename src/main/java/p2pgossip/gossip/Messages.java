package p2pgossip.gossip;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Sends sentences, copies of rumours and questions for rumours to neighbours, handles their
/// outcome, and determines the sender of what comes in.
final class Messages {

  private final PeerAddress address;
  private final KnownPeers known;
  private final Machine machine;
  private final Outages outages;
  private long copies;

  /// @param address where others reach this peer
  Messages(PeerAddress address, KnownPeers known, Machine machine, Outages outages) {
    this.address = address;
    this.known = known;
    this.machine = machine;
    this.outages = outages;
  }

  /// Sends a sentence, unless the last one is still unanswered.
  void say(KnownPeer to, String text, StepBuilder builder) {
    Outgoing outgoing =
        builder.send(new Request.Tell(to.address(), new Message(text, senderFor(to))));
    if (outgoing == null) {
      builder.happened(new GossipEvent.MessageSkipped(builder.at(), to.address()));
      return;
    }
    known.change(to, Neighbor::oneSent);
    builder.happened(new GossipEvent.MessageSent(builder.at(), outgoing.id(), to.address(), text));
  }

  /// Sends a copy of a rumour. A peer that does not take rumours gets it as a plain message.
  ///
  /// @return false if a copy is already on its way there, and nothing is sent
  boolean pass(KnownPeer to, Rumor rumor, int hops, StepBuilder builder) {
    Copy copy = new Copy(rumor, hops, copies + 1);
    PeerAddress from = senderFor(to);
    Message message =
        to.offers(Offer.RUMORS) ? Message.passing(copy, from) : new Message(rumor.text(), from);
    if (builder.send(new Request.Tell(to.address(), message), copy) == null) {
      return false;
    }
    copies++;
    known.change(to, Neighbor::oneSent);
    builder.happened(new GossipEvent.CopySent(builder.at(), to.address(), copy, false));
    return true;
  }

  /// Returns a copy for the answer to a question.
  Copy give(PeerAddress to, Rumor rumor, int hops, StepBuilder builder) {
    Copy copy = new Copy(rumor, hops, ++copies);
    builder.happened(new GossipEvent.CopySent(builder.at(), to, copy, true));
    return copy;
  }

  /// Asks a neighbour for rumours, unless the last question is still unanswered.
  void ask(KnownPeer to, Digest digest, StepBuilder builder) {
    Outgoing outgoing = builder.send(new Request.Exchange(to.address(), address, digest));
    if (outgoing != null) {
      builder.happened(
          new GossipEvent.RumorsAsked(builder.at(), outgoing.id(), to.address(), digest.purpose()));
    }
  }

  /// A sentence or a copy arrived.
  ///
  /// @param copy null for a sentence
  void delivered(
      Outgoing outgoing,
      @Nullable Copy copy,
      Hearing hearing,
      Duration roundTrip,
      StepBuilder builder) {
    PeerAddress to = outgoing.request().to();
    known.change(to, neighbor -> neighbor.oneDelivered(builder.now(), roundTrip));
    builder.happened(
        copy == null
            ? new GossipEvent.MessageDelivered(builder.at(), outgoing.id(), to, roundTrip)
            : new GossipEvent.CopyDelivered(builder.at(), to, copy, hearing, roundTrip));
  }

  /// A sentence, a copy, or its answer was lost.
  ///
  /// @param copy null for a sentence
  void failed(
      Outgoing outgoing,
      Message message,
      @Nullable Copy copy,
      Failure failure,
      PeerSettings settings,
      StepBuilder builder) {
    PeerAddress to = outgoing.request().to();
    known.change(to, neighbor -> neighbor.withMessages(neighbor.messages().oneFailed()));
    builder.happened(
        copy == null
            ? new GossipEvent.MessageFailed(
                builder.at(), outgoing.id(), to, message.text(), failure)
            : new GossipEvent.CopyFailed(builder.at(), to, copy, failure));
    outages.unanswered(to, failure, settings, builder);
  }

  /// A question was answered.
  void answered(
      Outgoing outgoing, Reply.Exchanged answer, Duration roundTrip, StepBuilder builder) {
    PeerAddress by = outgoing.request().to();
    known.change(
        by, neighbor -> neighbor.withHealth(neighbor.health().delivered(builder.now(), roundTrip)));
    builder.happened(
        new GossipEvent.RumorsAnswered(
            builder.at(),
            outgoing.id(),
            by,
            answer.copies().size(),
            answer.wanted().size(),
            roundTrip));
  }

  /// A question or its answer was lost.
  void unanswered(Outgoing outgoing, Failure failure, PeerSettings settings, StepBuilder builder) {
    PeerAddress to = outgoing.request().to();
    builder.happened(new GossipEvent.RumorsUnanswered(builder.at(), outgoing.id(), to, failure));
    outages.unanswered(to, failure, settings, builder);
  }

  /// The sender of a message. A caller that names itself is believed if it can be the peer at that
  /// address; anything else could be made up.
  ///
  /// @param claimed the address that it gives for itself; null if it gives none
  Sender senderOf(Caller caller, @Nullable PeerAddress claimed) {
    if (claimed != null && machine.fits(caller, claimed)) {
      return new Sender.Named(claimed);
    }
    PeerAddress only = claimed == null ? onlySilentNeighborAt(caller.source()) : null;
    return only != null ? new Sender.Presumed(only) : new Sender.Unnamed(caller.source());
  }

  /// The neighbour that `sender` is; null if it is none.
  @Nullable Neighbor neighborAt(Sender sender) {
    PeerAddress address = sender.address();
    return address == null ? null : known.get(address);
  }

  private @Nullable PeerAddress onlySilentNeighborAt(InetAddress source) {
    PeerAddress only = null;
    for (Neighbor neighbor : known.all()) {
      PeerAddress candidate = neighbor.address();
      if (candidate.ip().equals(source) && !neighbor.offers(Offer.SENDER)) {
        if (only != null) {
          return null;
        }
        only = candidate;
      }
    }
    return only;
  }

  private @Nullable PeerAddress senderFor(KnownPeer neighbor) {
    return neighbor.offers(Offer.SENDER) ? address : null;
  }
}
