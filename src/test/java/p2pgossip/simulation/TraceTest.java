package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;

/// The same seed gives the same run in every version: which peer tells or asks which other, when,
/// and with what outcome. The hashes are those of version 1.0.
class TraceTest {

  private static final int PEERS = 16;

  @ParameterizedTest
  @CsvSource({
    "direct, NEVER, 1, 36416b90623d9fc0",
    "direct, NEVER, 3, 36416b90623d9fc0",
    "direct, COUNTER, 1, 36416b90623d9fc0",
    "direct, COUNTER, 3, 36416b90623d9fc0",
    "direct, COIN, 1, 36416b90623d9fc0",
    "direct, COIN, 3, 36416b90623d9fc0",
    "flood, NEVER, 1, 00a234ac345a0413",
    "flood, NEVER, 3, 00a234ac345a0413",
    "flood, COUNTER, 1, 00a234ac345a0413",
    "flood, COUNTER, 3, 00a234ac345a0413",
    "flood, COIN, 1, 00a234ac345a0413",
    "flood, COIN, 3, 00a234ac345a0413",
    "push, NEVER, 1, 3cf12b2d34f04d31",
    "push, NEVER, 3, 09ae42ed096d3f0d",
    "push, COUNTER, 1, 203026544cf7fe97",
    "push, COUNTER, 3, aeface41f82d4fea",
    "push, COIN, 1, 58ad8afd62f73db0",
    "push, COIN, 3, 7a3af192cfb068e2",
    "pull, NEVER, 1, 35f5606344307c59",
    "pull, NEVER, 3, bda2d7e854a089a6",
    "pull, COUNTER, 1, 1860857626fd8eb5",
    "pull, COUNTER, 3, fc7a4996f39be5c0",
    "pull, COIN, 1, 11bdf4a29d8fe865",
    "pull, COIN, 3, e2635b0ae727d14c",
    "push-pull, NEVER, 1, cd967ef0d7378d6d",
    "push-pull, NEVER, 3, cdfdb3237e70405d",
    "push-pull, COUNTER, 1, 7246c4dabcb641c7",
    "push-pull, COUNTER, 3, e217febee329f58f",
    "push-pull, COIN, 1, e679f84b521e0308",
    "push-pull, COIN, 3, a8cc666693892dc6",
    "anti-entropy, NEVER, 1, e9e3baf0f44c4d24",
    "anti-entropy, NEVER, 3, f6b1bebfdc51c231",
    "anti-entropy, COUNTER, 1, e9e3baf0f44c4d24",
    "anti-entropy, COUNTER, 3, f6b1bebfdc51c231",
    "anti-entropy, COIN, 1, e9e3baf0f44c4d24",
    "anti-entropy, COIN, 3, f6b1bebfdc51c231"
  })
  void aSeedGivesTheRunThatItGaveInVersionOne(
      String strategy, Interest.End end, int fanout, String hash) throws NoSuchAlgorithmException {
    Interest interest =
        switch (end) {
          case NEVER -> Interest.NEVER_LOST;
          case COUNTER -> new Interest(end, Interest.Contacts.UNNECESSARY, 2);
          case COIN -> new Interest(end, Interest.Contacts.ALL, 3);
        };
    PeerSettings settings =
        PeerSettings.DEFAULT
            .withPeriod(Duration.ofMillis(500))
            .withSpreading(new Spreading(Strategy.labelled(strategy), fanout, interest, 7));
    SimulatedNetwork network = new SimulatedNetwork(PEERS, settings, 7);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    var _ =
        network.listen(
            (peer, event) -> digest.update(line(peer, event).getBytes(StandardCharsets.UTF_8)));

    for (int peer = 1; peer < PEERS; peer++) {
      network.connect(peer, peer - 1);
      network.connect(peer, peer / 3);
    }
    network.pass(Duration.ofSeconds(2));
    network.tell(3, "the tram is late");
    network.pass(Duration.ofSeconds(2));
    network.change(network.address(5), it -> it.withSpreading(it.spreading().withFanout(2)));
    network.tell(5, "it is over");
    network.pass(Duration.ofSeconds(6));

    assertThat(HexFormat.of().formatHex(digest.digest())).startsWith(hash);
  }

  private static String line(PeerAddress peer, GossipEvent event) {
    String what =
        switch (event) {
          case GossipEvent.CopySent it ->
              "%s %s %s %s %s"
                  .formatted(
                      it.to(),
                      it.copy().rumor().id(),
                      it.copy().hops(),
                      it.copy().number(),
                      it.inAnswer());
          case GossipEvent.RumorHeard it ->
              it.copy().rumor().id() + " " + it.copy().hops() + " " + it.pulled();
          case GossipEvent.InterestLost it -> it.rumor().toString();
          case GossipEvent.RumorsAsked it -> it.to().toString();
          default -> "";
        };
    return event.at() + " " + peer + " " + event.getClass().getSimpleName() + " " + what + "\n";
  }
}
