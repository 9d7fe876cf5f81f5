package p2pgossip.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.Standing;

/// Draws the network from the view of one peer. A watched peer is believed about which peers it
/// knows; for others, their neighbours' claims count.
final class PictureMaker {

  /// The most nodes; claims beyond that are left out.
  private static final int MOST_NODES = 2_000;

  private final PeerAddress self;
  private final Map<PeerAddress, PeerTrack> observed;
  private final Map<PeerAddress, NetworkNode> nodes = new HashMap<>();
  private final Set<Link> links = new HashSet<>();
  private final Set<Link> unsure = new HashSet<>();

  PictureMaker(PeerAddress self, Map<PeerAddress, PeerTrack> observed) {
    this.self = self;
    this.observed = observed;
  }

  NetworkPicture draw(boolean whole) {
    nodes.put(self, new NetworkNode(self, Role.SELF));
    PeerTrack own = observed.get(self);
    if (own != null) {
      drawOwn(own);
    }
    if (whole) {
      // Watched peers come first, so that lists of unknown addresses can't crowd them out.
      observed.values().stream().filter(PeerTrack::speaks).forEach(peer -> place(peer.address()));
      observed.values().stream().filter(PeerTrack::speaks).forEach(this::drawOther);
    } else {
      observed.values().stream().filter(PeerTrack::speaks).forEach(this::drawAcquaintances);
    }
    if (own != null) {
      own.reports().forEach((by, listed) -> drawReport(by, listed, whole));
    }
    unsure.removeAll(links);
    return new NetworkPicture(
        nodes, links, unsure, own != null && own.isSecure(), new Naming(names(own), true));
  }

  /// What a peer says of itself counts first, then what this peer was told, then what others were.
  private Map<PeerAddress, PeerName> names(@Nullable PeerTrack own) {
    Map<PeerAddress, PeerName> names = new HashMap<>();
    if (own != null) {
      noteNames(own, names);
    }
    observed.values().forEach(track -> noteNames(track, names));
    for (PeerTrack track : observed.values()) {
      Peer said = track.self();
      if (said != null && said.name() != null) {
        names.put(track.address(), said.name());
      } else if (said != null) {
        names.remove(track.address());
      }
    }
    return names;
  }

  private void noteNames(PeerTrack track, Map<PeerAddress, PeerName> names) {
    for (Acquaintance known : track.neighbors().values()) {
      PeerName name = known.name();
      if (name != null && nodes.containsKey(known.address())) {
        names.putIfAbsent(known.address(), name);
      }
    }
  }

  private void drawOwn(PeerTrack own) {
    for (Acquaintance known : own.neighbors().values()) {
      PeerAddress peer = known.address();
      nodes.put(peer, new NetworkNode(peer, roleOf(known.standing())));
      links.add(new Link(self, peer));
      if (!speaks(peer)) {
        back(known, new Link(peer, self));
      }
    }
    for (PeerAddress stranger : own.strangers().keySet()) {
      // If there is room left, all strangers fit in: they are bounded too.
      if (nodes.containsKey(stranger) || place(stranger)) {
        links.add(new Link(stranger, self));
      }
    }
  }

  private void drawOther(PeerTrack peer) {
    PeerAddress address = peer.address();
    if (address.equals(self)) {
      return;
    }
    for (Acquaintance known : peer.neighbors().values()) {
      PeerAddress other = known.address();
      if (known.standing() != Standing.PENDING || other.equals(self)) {
        link(address, other);
        if (!speaks(other) && nodes.containsKey(other)) {
          back(known, new Link(other, address));
        }
      }
    }
    for (PeerAddress stranger : peer.strangers().keySet()) {
      if (!speaks(stranger)) {
        link(stranger, address);
      }
    }
  }

  /// The reverse direction of a link that only one end reports. A peer that does not answer has
  /// none.
  private void back(Acquaintance known, Link back) {
    if (known.standing() == Standing.UNREACHABLE || known.standing() == Standing.REFUSED) {
      return;
    }
    switch (known.link()) {
      case MUTUAL -> links.add(back);
      case UNKNOWN -> unsure.add(back);
      case ONE_WAY -> {}
    }
  }

  private void drawAcquaintances(PeerTrack peer) {
    if (nodes.containsKey(peer.address()) && peer.neighbors().containsKey(self)) {
      links.add(new Link(peer.address(), self));
    }
  }

  /// `by` claims to know these.
  private void drawReport(PeerAddress by, Set<PeerAddress> listed, boolean whole) {
    if (speaks(by)) {
      return;
    }
    if (whole) {
      listed.forEach(peer -> link(by, peer));
    } else if (nodes.containsKey(by) && listed.contains(self)) {
      links.add(new Link(by, self));
    }
  }

  private void link(PeerAddress from, PeerAddress to) {
    int coming = (nodes.containsKey(from) ? 0 : 1) + (nodes.containsKey(to) ? 0 : 1);
    if (from.equals(to) || (coming > 0 && nodes.size() + coming > MOST_NODES)) {
      return;
    }
    place(from);
    place(to);
    links.add(new Link(from, to));
  }

  /// @return whether it is in the picture
  private boolean place(PeerAddress peer) {
    if (!nodes.containsKey(peer)) {
      if (nodes.size() >= MOST_NODES) {
        return false;
      }
      PeerTrack track = observed.get(peer);
      boolean ended = track != null && track.ended() != null;
      nodes.put(peer, new NetworkNode(peer, ended ? Role.UNREACHABLE : Role.HEARD_OF));
    }
    return true;
  }

  private boolean speaks(PeerAddress peer) {
    PeerTrack track = observed.get(peer);
    return track != null && track.speaks();
  }

  private static Role roleOf(Standing standing) {
    return switch (standing) {
      case PENDING -> Role.PENDING;
      case CONNECTED -> Role.CONNECTED;
      case LEARNED -> Role.LEARNED;
      case UNREACHABLE -> Role.UNREACHABLE;
      case REFUSED -> Role.REFUSED;
    };
  }
}
