package p2pgossip.laboratory;

import java.time.Duration;

/// Approximations of memberlist, whose settings they take: `DefaultLANConfig`, `DefaultWANConfig`
/// and `DefaultLocalConfig` in its config.go, `retransmitLimit` in its util.go (HashiCorp,
/// github.com/hashicorp/memberlist). What they leave out: memberlist's phases are random, its
/// messages are collected in packets, and it compares whole states with another peer now and then.
public enum Preset {
  LAN("memberlist, LAN", 200, 3, 4),
  WAN("memberlist, WAN", 500, 4, 4),
  LOCAL("memberlist, local", 100, 3, 2);

  private final String words;
  private final int millis;
  private final int nodes;
  private final int multiplier;

  /// @param millis `GossipInterval`
  /// @param nodes `GossipNodes`
  /// @param multiplier `RetransmitMult`
  Preset(String words, int millis, int nodes, int multiplier) {
    this.words = words;
    this.millis = millis;
    this.nodes = nodes;
    this.multiplier = multiplier;
  }

  /// Its name.
  public String words() {
    return words;
  }

  public Duration period() {
    return Duration.ofMillis(millis);
  }

  public int fanout() {
    return nodes;
  }

  /// `RetransmitMult` times the digits of the number of peers.
  public int transmissions(int peers) {
    return multiplier * (int) Math.ceil(Math.log10(peers + 1.0));
  }
}
