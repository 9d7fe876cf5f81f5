package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.HeardRumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;

/// The rumours that were seen, each put together from what all peers say of it.
final class RumorTracks {

  private final RumorShelf shelf;
  private final Map<PeerAddress, PeerTrack> peers;
  private long serial;

  RumorTracks(Map<PeerAddress, PeerTrack> peers) {
    this(peers, new RumorShelf());
  }

  private RumorTracks(Map<PeerAddress, PeerTrack> peers, RumorShelf shelf) {
    this.peers = peers;
    this.shelf = shelf;
  }

  /// @param copiedPeers those of the copy
  RumorTracks copy(Map<PeerAddress, PeerTrack> copiedPeers) {
    RumorTracks copy = new RumorTracks(copiedPeers, shelf.copy());
    copy.serial = serial;
    return copy;
  }

  @Nullable RumorTrack get(RumorId id) {
    return shelf.get(id);
  }

  /// In the order in which they were first seen.
  Collection<RumorTrack> all() {
    return shelf.all();
  }

  /// A watched peer says what happened to it.
  void note(PeerTrack observer, GossipEvent event, Instant at) {
    PeerAddress self = observer.address();
    switch (event) {
      case GossipEvent.RumorHeard(var _, Copy copy, Sender sender, boolean _) ->
          heard(observer, copy, sender, true, at);
      case GossipEvent.RumorRepeated(var _, Copy copy, Sender sender, boolean _) ->
          heard(observer, copy, sender, false, at);
      case GossipEvent.CopySent(var _, PeerAddress to, Copy copy, boolean inAnswer) ->
          sent(observer, to, copy, inAnswer, at);
      case GossipEvent.CopyDelivered(var _, PeerAddress to, Copy copy, Hearing hearing, var took) ->
          delivered(observer, to, copy, hearing, took, at);
      case GossipEvent.CopyFailed(var _, PeerAddress to, Copy copy, var _) -> {
        RumorTrack track = shelf.take(copy.rumor(), self, at);
        if (track != null) {
          track.trips().failed(at, self, to, copy);
          track.touch();
        }
      }
      case GossipEvent.RumorsUnanswered it -> {
        for (RumorTrack track : shelf.all()) {
          if (track.trips().unanswered(at, it.to(), self)) {
            track.touch();
          }
        }
      }
      case GossipEvent.InterestLost it -> ceases(observer, it.rumor());
      case GossipEvent.RumorForgotten it -> ceases(observer, it.rumor());
      case GossipEvent.Started _ -> shelf.all().forEach(track -> track.trips().senderBegan(self));
      case GossipEvent.Stopped _ -> gone(observer, at);
      default -> {}
    }
  }

  /// A copy came to a watched peer, or a rumour began there.
  private void heard(
      PeerTrack observer, Copy copy, @Nullable Sender sender, boolean news, Instant at) {
    RumorTrack track = shelf.take(copy.rumor(), observer.address(), at);
    if (track == null) {
      return;
    }
    PeerAddress from = addressOf(sender);
    boolean beganHere = sender == null && copy.hops() == 0;
    if (from != null && !from.equals(observer.address())) {
      long periods = observer.periodsBetween(track.birth(), at);
      track.trips().received(at, from, observer.address(), copy, news, periods, ++serial);
      track.touch();
    } else if (!beganHere) {
      track.cameFromNowhere(news);
    }
    Arrival arrival = arrival(track, observer, sender, copy, at);
    if (news) {
      track.arrived(arrival);
    } else {
      track.repeated(arrival);
    }
  }

  private void sent(PeerTrack observer, PeerAddress to, Copy copy, boolean inAnswer, Instant at) {
    RumorTrack track = shelf.take(copy.rumor(), observer.address(), at);
    if (track == null) {
      return;
    }
    long periods = observer.periodsBetween(track.birth(), at);
    track.trips().sent(at, observer.address(), to, copy, inAnswer, periods, ++serial);
    if (inAnswer && !speaks(to)) {
      // Nobody will say what became of it.
      track.trips().arrivedUnseen(at, observer.address(), to, copy);
      toldUnseen(track, observer, to, copy, Hearing.UNSAID, at);
    }
    track.touch();
  }

  private void delivered(
      PeerTrack observer,
      PeerAddress to,
      Copy copy,
      Hearing hearing,
      Duration roundTrip,
      Instant at) {
    RumorTrack track = shelf.take(copy.rumor(), observer.address(), at);
    if (track == null) {
      return;
    }
    track.trips().delivered(at, observer.address(), to, copy, hearing, roundTrip);
    if (!speaks(to)) {
      toldUnseen(track, observer, to, copy, hearing, Clocks.arrival(at, roundTrip));
    }
    track.touch();
  }

  private static Arrival arrival(
      RumorTrack track, PeerTrack observer, @Nullable Sender sender, Copy copy, Instant at) {
    boolean origin = track.rumor().origin().equals(observer.address());
    long periods = origin ? 0 : observer.periodsBetween(track.birth(), at);
    return new Arrival(observer.address(), addressOf(sender), at, copy.hops(), periods, 0, true);
  }

  private static @Nullable PeerAddress addressOf(@Nullable Sender sender) {
    return switch (sender) {
      case Sender.Named(PeerAddress address) -> address;
      case Sender.Presumed(PeerAddress address) -> address;
      case Sender.Unnamed _ -> null;
      case null -> null;
    };
  }

  /// Of a peer that is not watched, whoever sends it a copy and has it among its neighbours is believed
  /// that it came there.
  private static void toldUnseen(
      RumorTrack track,
      PeerTrack teller,
      PeerAddress peer,
      Copy copy,
      Hearing hearing,
      Instant at) {
    if (teller.neighbors().containsKey(peer)) {
      boolean first = hearing != Hearing.KNOWN;
      long periods = teller.periodsBetween(track.birth(), at);
      track.toldUnseen(
          new Arrival(
              peer,
              first ? teller.address() : null,
              at,
              copy.hops(),
              periods,
              0,
              hearing == Hearing.NEWS),
          hearing);
    }
  }

  /// A watched peer showed all of itself.
  ///
  /// @param at the same moment as `snapshot.at()`, by the clock of whoever watches
  void seen(PeerTrack observer, PeerSnapshot snapshot, Instant at) {
    for (HeardRumor heard : snapshot.rumors().reversed()) {
      Instant heardAt = Clocks.moved(heard.at(), snapshot.at(), at);
      RumorTrack track = shelf.take(heard.rumor(), observer.address(), heardAt);
      if (track == null) {
        continue;
      }
      boolean origin = track.rumor().origin().equals(observer.address());
      long before = observer.periodsBy(track.birth());
      long periods = origin ? 0 : Math.max(0, heard.period() - before);
      track.shown(observer.address(), heard, heardAt, periods);
    }
  }

  /// Nothing more will be heard from a peer.
  void gone(PeerTrack peer, Instant at) {
    for (RumorTrack track : shelf.all()) {
      if (track.trips().senderGone(at, peer.address())) {
        track.touch();
      }
    }
  }

  /// Gives up copies of which nothing was heard for too long.
  void sweep(Instant now) {
    for (RumorTrack track : shelf.all()) {
      if (track.trips().sweep(now)) {
        track.touch();
      }
    }
  }

  private void ceases(PeerTrack observer, RumorId id) {
    RumorTrack track = shelf.get(id);
    if (track != null) {
      track.spreads(observer.address(), false);
    }
  }

  private boolean speaks(PeerAddress peer) {
    PeerTrack track = peers.get(peer);
    return track != null && track.speaks();
  }
}
