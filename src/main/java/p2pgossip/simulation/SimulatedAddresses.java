package p2pgossip.simulation;

import p2pgossip.gossip.PeerAddress;

/// The addresses of simulated peers, by their index from 0. Each peer has a machine of its own, so
/// that limits for one machine hold for one peer.
final class SimulatedAddresses {

  private static final int IN_A_ROW = 250;
  private static final int IN_A_BLOCK = IN_A_ROW * IN_A_ROW;

  /// How many there are.
  static final int MOST = 256 * IN_A_BLOCK;

  private SimulatedAddresses() {}

  static PeerAddress of(int index) {
    return PeerAddress.parse(
        "10.%s.%s.%s:8080"
            .formatted(index / IN_A_BLOCK, index % IN_A_BLOCK / IN_A_ROW, 1 + index % IN_A_ROW));
  }

  /// The index of the peer that may have the address; negative where none has.
  static int index(PeerAddress address) {
    byte[] ip = address.ip().getAddress();
    return ip.length == 4
        ? (ip[1] & 0xff) * IN_A_BLOCK + (ip[2] & 0xff) * IN_A_ROW + (ip[3] & 0xff) - 1
        : -1;
  }
}
