package p2pgossip.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Fault.Path.Around;
import p2pgossip.fault.Fault.Path.Between;
import p2pgossip.fault.Fault.Path.Everywhere;
import p2pgossip.fault.Fault.Path.OneWay;
import p2pgossip.gossip.PeerAddress;

class FaultInWordsTest {

  private static final PeerAddress A = PeerAddress.parse("127.0.0.1:8081");
  private static final PeerAddress B = PeerAddress.parse("127.0.0.1:8082");
  private static final PeerAddress C = PeerAddress.parse("127.0.0.1:8083");
  private static final PeerAddress D = PeerAddress.parse("127.0.0.1:8084");

  @Test
  void namesWhoIsFrozen() {
    assertThat(FaultInWords.of(new Fault.Freeze(A))).isEqualTo("127.0.0.1:8081 is frozen");
  }

  @Test
  void tellsALossInPerCentWithAtMostOneDigitAfterThePoint() {
    assertThat(FaultInWords.of(new Fault.Loss(new Everywhere(), 0.2)))
        .isEqualTo("20 % lost everywhere");
    assertThat(FaultInWords.of(new Fault.Loss(new Between(A, B), 0.125)))
        .isEqualTo("12.5 % lost between 127.0.0.1:8081 and 127.0.0.1:8082");
  }

  @Test
  void tellsADelayWithItsJitterWhereThereIsOne() {
    Fault steady = new Fault.Delay(new Everywhere(), Duration.ofMillis(300), Duration.ZERO);
    Fault unsteady =
        new Fault.Delay(new Everywhere(), Duration.ofMillis(300), Duration.ofMillis(150));

    assertThat(FaultInWords.of(steady)).isEqualTo("300 ms late everywhere");
    assertThat(FaultInWords.of(unsteady)).isEqualTo("300 ± 150 ms late everywhere");
  }

  @Test
  void tellsTheWayOfABlock() {
    assertThat(FaultInWords.of(new Fault.Block(new OneWay(B, A))))
        .isEqualTo("Nothing gets through from 127.0.0.1:8082 to 127.0.0.1:8081");
  }

  @Test
  void namesUpToThreeAndCountsMore() {
    assertThat(FaultInWords.of(new Fault.Block(new Around(Set.of(C, A, B)))))
        .isEqualTo("Nothing gets through around 127.0.0.1:8081, 127.0.0.1:8082, 127.0.0.1:8083");
    assertThat(FaultInWords.of(new Fault.Block(new Around(Set.of(A, B, C, D)))))
        .isEqualTo("Nothing gets through around 4 peers");
  }

  @Test
  void namesTheSidesOfAPartition() {
    assertThat(FaultInWords.of(new Fault.Partition(List.of(Set.of(A), Set.of(B, C, D)))))
        .isEqualTo("Partition: 127.0.0.1:8081 | 3 peers");
  }
}
