package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.PeerSnapshot.HeardRumor;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sender;
import p2pgossip.gossip.Standing;

/// An observed network for a test, which says what happens, millisecond by millisecond.
final class WatchedNetwork {

  static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  static final PeerAddress ANN = peer(8081);
  static final PeerAddress BOB = peer(8082);
  static final PeerAddress EVE = peer(8083);
  static final PeerAddress DAN = peer(8084);
  static final Failure NOBODY = new Failure(Failure.Kind.UNREACHABLE, "nothing listens there");
  static final Rumor RUMOR = rumor("r1");

  WholeNetwork network = new WholeNetwork();

  static PeerAddress peer(int port) {
    return PeerAddress.parse("127.0.0.1:" + port);
  }

  static Rumor rumor(String id) {
    return new Rumor(new RumorId(id), ANN, START, "Have you heard?");
  }

  static Instant at(long millis) {
    return START.plusMillis(millis);
  }

  static Peer self(PeerAddress address) {
    return new Peer(START, PeerSettings.DEFAULT.period(), address.port(), null, Set.of());
  }

  static Acquaintance mutual(PeerAddress peer) {
    return new Acquaintance(peer, Standing.CONNECTED, Mutuality.MUTUAL);
  }

  static Acquaintance learned(PeerAddress peer) {
    return new Acquaintance(peer, Standing.LEARNED, Mutuality.ONE_WAY);
  }

  static Copy copy(int hops, long number) {
    return new Copy(RUMOR, hops, number);
  }

  boolean happened(PeerAddress observer, GossipEvent event) {
    return network.note(new Observation.Happened(observer, event));
  }

  /// It runs and knows these.
  boolean seen(PeerAddress peer, Acquaintance... neighbors) {
    return seen(0, peer, List.of(), neighbors);
  }

  boolean seen(long millis, PeerAddress peer, List<HeardRumor> heard, Acquaintance... neighbors) {
    return network.note(new Observation.Seen(snapshot(millis, peer, 0, heard, neighbors)));
  }

  static PeerSnapshot snapshot(
      long millis,
      PeerAddress peer,
      long periods,
      List<HeardRumor> heard,
      Acquaintance... neighbors) {
    return new PeerSnapshot(
        at(millis),
        peer,
        self(peer),
        PeerSettings.DEFAULT,
        periods,
        Arrays.asList(neighbors),
        heard);
  }

  void period(long millis, PeerAddress peer, long number) {
    happened(peer, new GossipEvent.PeriodBegan(at(millis), number, null, 0));
  }

  void told(long millis, PeerAddress peer) {
    happened(peer, new GossipEvent.RumorHeard(at(millis), copy(0, 0), null, false));
  }

  void sent(long millis, PeerAddress from, PeerAddress to, int hops, long number) {
    happened(from, new GossipEvent.CopySent(at(millis), to, copy(hops, number), false));
  }

  void heard(long millis, PeerAddress peer, PeerAddress from, int hops, long number) {
    happened(
        peer,
        new GossipEvent.RumorHeard(at(millis), copy(hops, number), new Sender.Named(from), false));
  }

  void repeated(long millis, PeerAddress peer, PeerAddress from, int hops, long number) {
    happened(
        peer,
        new GossipEvent.RumorRepeated(
            at(millis), copy(hops, number), new Sender.Named(from), false));
  }

  void delivered(
      long millis, PeerAddress from, PeerAddress to, int hops, long number, Hearing hearing) {
    happened(
        from,
        new GossipEvent.CopyDelivered(
            at(millis), to, copy(hops, number), hearing, Duration.ofMillis(2)));
  }

  void failed(long millis, PeerAddress from, PeerAddress to, int hops, long number) {
    happened(from, new GossipEvent.CopyFailed(at(millis), to, copy(hops, number), NOBODY));
  }

  void stopped(long millis, PeerAddress peer) {
    happened(peer, new GossipEvent.Stopped(at(millis), peer));
  }

  Spread spread() {
    return Objects.requireNonNull(network.spread(RUMOR.id()));
  }

  /// The trips so far, without the serials.
  List<CopyTrip> trips() {
    return spread().trips().stream().map(WatchedNetwork::unnumbered).toList();
  }

  static CopyTrip unnumbered(CopyTrip trip) {
    return new CopyTrip(
        0,
        trip.rumor(),
        trip.from(),
        trip.to(),
        trip.hops(),
        trip.sent(),
        trip.ended(),
        trip.fate(),
        trip.periods());
  }

  static CopyTrip trip(
      PeerAddress from,
      PeerAddress to,
      int hops,
      long sent,
      @Nullable Long ended,
      CopyTrip.Fate fate) {
    return new CopyTrip(
        0, RUMOR.id(), from, to, hops, at(sent), ended == null ? null : at(ended), fate, 0);
  }
}
