package p2pgossip.ui.overview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.PeerLabels;
import p2pgossip.network.Role;
import p2pgossip.network.Spread;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.faultlook.MarkedPeers;
import p2pgossip.ui.hearing.HearingScale;
import p2pgossip.ui.theme.HearingRamp;

/// All peers of which something is known while a rumour spreads, in the order of their addresses:
/// those in the picture, those that have heard it, and those that were sent a copy or sent one.
/// Plain values, no screen.
final class Cells {

  private final Spread spread;
  private final NetworkPicture picture;
  private final HearingScale scale;
  private final MarkedPeers faults;
  private final PeerLabels labels;
  private final List<Cell> all;
  private final Map<PeerAddress, Integer> numbers = new HashMap<>();

  private Cells(
      Spread spread, HearingScale scale, NetworkPicture picture, List<Fault<PeerAddress>> inForce) {
    this.spread = spread;
    this.picture = picture;
    this.scale = scale;
    faults = MarkedPeers.of(inForce, picture.nodes().keySet());
    List<PeerAddress> peers = peers(spread, picture);
    labels = PeerLabels.of(peers, picture.names());
    List<Cell> cells = new ArrayList<>(peers.size());
    for (PeerAddress peer : peers) {
      numbers.put(peer, cells.size());
      cells.add(cell(peer));
    }
    all = List.copyOf(cells);
  }

  /// @param scale of the times at which they heard it
  static Cells of(
      Spread spread, HearingScale scale, NetworkPicture picture, List<Fault<PeerAddress>> faults) {
    return new Cells(spread, scale, picture, faults);
  }

  private static List<PeerAddress> peers(Spread spread, NetworkPicture picture) {
    Set<PeerAddress> peers = new HashSet<>(picture.nodes().keySet());
    peers.addAll(spread.arrivals().keySet());
    for (CopyTrip trip : spread.trips()) {
      peers.add(trip.from());
      peers.add(trip.to());
    }
    return peers.stream().sorted().toList();
  }

  private Cell cell(PeerAddress peer) {
    NetworkNode node = picture.nodes().get(peer);
    Arrival arrival = spread.arrivals().get(peer);
    Map<FaultLook, Integer> marks = new EnumMap<>(FaultLook.class);
    for (FaultLook look : faults.looks()) {
      Integer group = faults.group(look, peer);
      if (group != null) {
        marks.put(look, group);
      }
    }
    return new Cell(
        peer,
        node,
        arrival,
        new Cell.Look(
            arrival == null ? Cell.Look.UNHEARD : HearingRamp.step(scale.part(arrival)),
            peer.equals(spread.rumor().origin()),
            node == null || node.role() == Role.UNREACHABLE,
            marks));
  }

  List<Cell> all() {
    return all;
  }

  /// The number of a peer's cell, from 0; -1 if it has none.
  int indexOf(@Nullable PeerAddress peer) {
    return peer == null ? -1 : numbers.getOrDefault(peer, -1);
  }

  Spread spread() {
    return spread;
  }

  NetworkPicture picture() {
    return picture;
  }

  HearingScale scale() {
    return scale;
  }

  MarkedPeers faults() {
    return faults;
  }

  /// What a peer is called in little room.
  String label(int index) {
    return labels.brief(all.get(index).peer());
  }

  PeerLabels labels() {
    return labels;
  }

  /// The label of the most characters.
  String longestLabel() {
    String longest = "";
    for (int index = 0; index < all.size(); index++) {
      String label = label(index);
      if (label.length() > longest.length()) {
        longest = label;
      }
    }
    return longest;
  }
}
