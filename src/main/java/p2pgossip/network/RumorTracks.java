package p2pgossip.network;

import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.HeardRumor;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;

/// The rumours that were seen, each put together from what all peers say of it.
final class RumorTracks {

  /// Kept at most; the oldest go. Whoever has brought in half of them makes room with its own.
  private static final int MOST = 64;

  /// In the order in which they were first seen.
  private final Map<RumorId, RumorTrack> tracks = new LinkedHashMap<>();

  private final Map<PeerAddress, PeerTrack> peers;
  private long serial;

  RumorTracks(Map<PeerAddress, PeerTrack> peers) {
    this.peers = peers;
  }

  /// @param copiedPeers those of the copy
  RumorTracks copy(Map<PeerAddress, PeerTrack> copiedPeers) {
    RumorTracks copy = new RumorTracks(copiedPeers);
    tracks.forEach((id, track) -> copy.tracks.put(id, track.copy()));
    copy.serial = serial;
    return copy;
  }

  @Nullable RumorTrack get(RumorId id) {
    return tracks.get(id);
  }

  /// In the order in which they were first seen.
  Collection<RumorTrack> all() {
    return tracks.values();
  }

  /// A watched peer says what happened to it.
  void note(PeerTrack observer, GossipEvent event, Instant at) {
    PeerAddress self = observer.address();
    switch (event) {
      case GossipEvent.RumorHeard(var _, Copy copy, Sender sender, boolean _) -> {
        RumorTrack track = track(copy.rumor(), self, at);
        boolean told = sender == null && copy.hops() == 0;
        received(track, observer, told, sender, copy, true, at);
        track.arrived(arrival(track, observer, sender, copy, at));
      }
      case GossipEvent.RumorRepeated(var _, Copy copy, Sender sender, boolean _) -> {
        RumorTrack track = track(copy.rumor(), self, at);
        received(track, observer, false, sender, copy, false, at);
        track.repeated(arrival(track, observer, sender, copy, at));
      }
      case GossipEvent.CopySent(var _, PeerAddress to, Copy copy, boolean inAnswer) -> {
        RumorTrack track = track(copy.rumor(), self, at);
        long periods = observer.periodsBetween(track.birth(), at);
        track.trips().sent(at, self, to, copy, inAnswer, periods, ++serial);
        if (inAnswer && !speaks(to)) {
          track.trips().arrivedUnseen(at, self, to, copy);
          toldUnseen(track, observer, to, copy, Hearing.UNSAID, at);
        }
        track.touch();
      }
      case GossipEvent.CopyDelivered(
              var _,
              PeerAddress to,
              Copy copy,
              Hearing hearing,
              var roundTrip) -> {
        RumorTrack track = track(copy.rumor(), self, at);
        track.trips().delivered(at, self, to, copy, hearing, roundTrip);
        if (!speaks(to)) {
          Instant arrived = at.minus(roundTrip.dividedBy(2));
          toldUnseen(track, observer, to, copy, hearing, arrived);
        }
        track.touch();
      }
      case GossipEvent.CopyFailed(var _, PeerAddress to, Copy copy, var _) -> {
        RumorTrack track = track(copy.rumor(), self, at);
        track.trips().failed(at, self, to, copy);
        track.touch();
      }
      case GossipEvent.RumorsUnanswered it -> {
        for (RumorTrack track : tracks.values()) {
          if (track.trips().unanswered(at, it.to(), self)) {
            track.touch();
          }
        }
      }
      case GossipEvent.InterestLost it -> ceases(observer, it.rumor());
      case GossipEvent.RumorForgotten it -> ceases(observer, it.rumor());
      case GossipEvent.Started _ ->
          tracks.values().forEach(track -> track.trips().senderBegan(self));
      case GossipEvent.Stopped _ -> gone(observer, at);
      default -> {}
    }
  }

  private void received(
      RumorTrack track,
      PeerTrack observer,
      boolean toldHere,
      @Nullable Sender sender,
      Copy copy,
      boolean news,
      Instant at) {
    PeerAddress from = addressOf(sender);
    if (from != null && !from.equals(observer.address())) {
      long periods = observer.periodsBetween(track.birth(), at);
      track.trips().received(at, from, observer.address(), copy, news, periods, ++serial);
      track.touch();
    } else if (!toldHere) {
      track.cameFromNowhere(news);
    }
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
      RumorTrack track = track(heard.rumor(), observer.address(), heardAt);
      boolean origin = track.rumor().origin().equals(observer.address());
      long before = observer.periodsBy(track.birth());
      long periods = origin ? 0 : Math.max(0, heard.period() - before);
      track.shown(observer.address(), heard, heardAt, periods);
    }
  }

  /// Nothing more will be heard from a peer.
  void gone(PeerTrack peer, Instant at) {
    for (RumorTrack track : tracks.values()) {
      if (track.trips().senderGone(at, peer.address())) {
        track.touch();
      }
    }
  }

  /// Gives up copies of which nothing was heard for too long.
  void sweep(Instant now) {
    for (RumorTrack track : tracks.values()) {
      if (track.trips().sweep(now)) {
        track.touch();
      }
    }
  }

  private void ceases(PeerTrack observer, RumorId id) {
    RumorTrack track = tracks.get(id);
    if (track != null) {
      track.spreads(observer.address(), false);
    }
  }

  private boolean speaks(PeerAddress peer) {
    PeerTrack track = peers.get(peer);
    return track != null && track.speaks();
  }

  private RumorTrack track(Rumor rumor, PeerAddress by, Instant at) {
    RumorTrack known = tracks.get(rumor.id());
    if (known != null) {
      return known;
    }
    makeRoom(by);
    RumorTrack fresh = new RumorTrack(rumor, by, at);
    tracks.put(rumor.id(), fresh);
    return fresh;
  }

  private void makeRoom(PeerAddress newcomer) {
    if (tracks.size() < MOST) {
      return;
    }
    long own = tracks.values().stream().filter(it -> it.introducedBy().equals(newcomer)).count();
    Iterator<RumorTrack> oldestFirst = tracks.values().iterator();
    while (oldestFirst.hasNext()) {
      RumorTrack track = oldestFirst.next();
      if (own < MOST / 2 || track.introducedBy().equals(newcomer)) {
        oldestFirst.remove();
        return;
      }
    }
  }
}
