package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.MessageSource;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.RumorId;
import p2pgossip.peer.WordLists;
import p2pgossip.steering.NetworkListener;
import p2pgossip.testing.Recorder;
import p2pgossip.topology.Ring;

class SentencesTest {

  /// What was said in a run, and who had heard its rumour by its end.
  private record Said(List<String> texts, List<PeerAddress> hearers) {}

  private static Said run(MessageSource sentences) {
    Recorder<String> texts = new Recorder<>();
    SimulatedNetwork network =
        SimulatedNetwork.start(
            new SimulationPlan(8, new Ring(), PeerSettings.DEFAULT, 3).withSentences(sentences),
            new VirtualTime(),
            new NetworkListener() {
              @Override
              public void happened(PeerAddress at, GossipEvent event) {
                if (event instanceof GossipEvent.MessageSent sent) {
                  texts.accept(sent.text());
                }
              }
            });
    RumorId rumor = network.tell(0, "the tram is late");
    network.pass(Duration.ofSeconds(20));
    return new Said(texts.all(), List.copyOf(network.log().hearers(rumor).keySet()));
  }

  @Test
  void simulatedPeersSayWhatRealOnesSay() {
    Said said = run(WordLists.sentences());

    assertThat(said.texts()).hasSizeGreaterThan(20);
    assertThat(said.texts().stream().distinct()).hasSizeGreaterThan(10);
    assertThat(run(WordLists.sentences())).isEqualTo(said);
  }

  @Test
  void whatTheySayChangesNothingElse() {
    Said one = run(WordLists.sentences());
    Said other = run(_ -> "The tram is late.");

    assertThat(other.texts()).hasSameSizeAs(one.texts()).containsOnly("The tram is late.");
    assertThat(other.hearers()).isEqualTo(one.hearers()).isNotEmpty();
  }
}
