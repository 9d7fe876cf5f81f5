package p2pgossip.simulation;

import p2pgossip.gossip.PeerAddress;

/// The addresses of simulated peers, by their index from 0. Each peer has a machine of its own, so
/// that limits for one machine hold for one peer.
final class SimulatedAddresses {

  private static final int NETWORK = 10;
  private static final int PORT = 8080;
  private static final int IN_A_ROW = 250;
  private static final int IN_A_BLOCK = IN_A_ROW * IN_A_ROW;

  /// How many there are.
  static final int MOST = 256 * IN_A_BLOCK;

  private SimulatedAddresses() {}

  static PeerAddress of(int index) {
    int block = index / IN_A_BLOCK;
    int row = index % IN_A_BLOCK / IN_A_ROW;
    int place = 1 + index % IN_A_ROW;
    return PeerAddress.parse(NETWORK + "." + block + "." + row + "." + place + ":" + PORT);
  }

  /// The index of the peer that has the address, if there are that many; negative where none can
  /// have it.
  static int index(PeerAddress address) {
    long ip = address.ipv4Bits();
    int row = part(ip, 8);
    int place = part(ip, 0);
    boolean isOne =
        ip >> 24 == NETWORK
            && row < IN_A_ROW
            && place >= 1
            && place <= IN_A_ROW
            && address.port() == PORT;
    return isOne ? part(ip, 16) * IN_A_BLOCK + row * IN_A_ROW + place - 1 : -1;
  }

  private static int part(long ip, int shift) {
    return (int) (ip >> shift) & 0xff;
  }
}
