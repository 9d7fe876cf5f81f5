package p2pgossip.network;

import p2pgossip.gossip.PeerAddress;

/// `from` knows `to`, and so sends it messages. Two links, one in each direction, make a mutual
/// one.
public record Link(PeerAddress from, PeerAddress to) {

  public Link reversed() {
    return new Link(to, from);
  }
}
