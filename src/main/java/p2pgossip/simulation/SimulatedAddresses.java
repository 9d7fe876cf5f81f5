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
    int block = index / IN_A_BLOCK;
    int row = index % IN_A_BLOCK / IN_A_ROW;
    int place = 1 + index % IN_A_ROW;
    return PeerAddress.parse("10." + block + "." + row + "." + place + ":8080");
  }

  /// The index of the peer that may have the address; negative where none has.
  static int index(PeerAddress address) {
    long ip = address.ipv4Bits();
    return ip < 0 ? -1 : part(ip, 16) * IN_A_BLOCK + part(ip, 8) * IN_A_ROW + part(ip, 0) - 1;
  }

  private static int part(long ip, int shift) {
    return (int) (ip >> shift) & 0xff;
  }
}
