package p2pgossip.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Observation;

class MarkLogTest {

  private final Tale tale =
      new Tale(6, new Spreading(Strategy.PUSH, 2, Interest.NEVER_LOST, 256), 1).line();

  @Test
  void marksWhatIsWorthIt() {
    var _ = tale.inARun();
    tale.tell(1);
    Fault<PeerAddress> cut =
        new Fault.Partition<>(
            List.of(
                Set.of(tale.peer(0), tale.peer(1)),
                Set.of(tale.peer(2), tale.peer(3), tale.peer(4), tale.peer(5))));
    tale.begin(cut);
    tale.engines.faults().end(cut);
    tale.engines.pass(Duration.ofSeconds(2));
    tale.engines.kill(tale.peer(4));
    tale.engines.kill(tale.peer(5));
    tale.engines.pass(Duration.ofSeconds(2));
    var _ = tale.engines.restart(tale.peer(5));
    tale.engines.change(
        settings -> settings.withSpreading(settings.spreading().withStrategy(Strategy.PULL)));
    tale.engines.pass(Duration.ofSeconds(2));

    assertThat(tale.marked())
        .containsExactly(
            "BEGAN \"A trial\"",
            "TOLD \"the tram is late\"",
            "FAULT the network is cut in two: %s, %s | %s to %s"
                .formatted(tale.peer(0), tale.peer(1), tale.peer(2), tale.peer(5)),
            "HEALED the cut through the network is healed",
            "ENDED %s, %s ended".formatted(tale.peer(4), tale.peer(5)),
            "JOINED %s back".formatted(tale.peer(5)),
            "SETTINGS 5 peers spread by pull");
  }

  @Test
  void theEndOfARunIsNoDeathOfItsPeers() {
    var _ = tale.inARun();
    tale.note(new Observation.RunEnded(tale.engines.now(), 1));
    tale.engines.close();

    assertThat(tale.marked()).containsExactly("BEGAN \"A trial\"");
  }

  @Test
  void aRumorHasMarksOfItsOwn() {
    RumorId rumor = tale.tell(30);

    assertThat(RumorMarks.of(tale.measured(rumor)))
        .extracting(Mark::kind)
        .containsExactly(Mark.Kind.HALF, Mark.Kind.ALL);
    assertThat(RumorMarks.of(tale.measured(rumor)))
        .extracting(Mark::at)
        .isSorted()
        .allMatch(at -> at.isBefore(tale.engines.now()));
  }
}
