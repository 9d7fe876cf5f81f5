package p2pgossip.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Path.Around;
import p2pgossip.fault.Path.Between;
import p2pgossip.fault.Path.Everywhere;
import p2pgossip.fault.Path.OneWay;
import p2pgossip.gossip.PeerAddress;

class FaultWordsTest {

  private static final PeerAddress A = PeerAddress.parse("127.0.0.1:8081");
  private static final PeerAddress B = PeerAddress.parse("127.0.0.1:8082");
  private static final PeerAddress C = PeerAddress.parse("127.0.0.1:8083");
  private static final PeerAddress D = PeerAddress.parse("127.0.0.1:8084");
  private static final PeerAddress E = PeerAddress.parse("127.0.0.1:8085");

  @Test
  void namesWhoIsFrozen() {
    assertThat(FaultWords.of(new Fault.Freeze<>(A))).isEqualTo("freeze of 127.0.0.1:8081");
  }

  @Test
  void tellsALossInPerCentWithAtMostOneDigitAfterThePoint() {
    assertThat(FaultWords.of(new Fault.Loss<>(new Everywhere<>(), 0.2)))
        .isEqualTo("loss of 20 % everywhere");
    assertThat(FaultWords.of(new Fault.Loss<>(new Between<>(A, B), 0.125)))
        .isEqualTo("loss of 12.5 % between 127.0.0.1:8081 and 127.0.0.1:8082");
  }

  @Test
  void tellsADelayWithItsJitterWhereThereIsOne() {
    Duration mean = Duration.ofMillis(300);

    assertThat(FaultWords.of(new Fault.Delay<>(new Everywhere<>(), mean, Duration.ZERO)))
        .isEqualTo("delay of 300 ms everywhere");
    assertThat(FaultWords.of(new Fault.Delay<>(new Everywhere<>(), mean, mean.dividedBy(2))))
        .isEqualTo("delay of 300 ± 150 ms everywhere");
  }

  @Test
  void tellsADuplicationInPerCent() {
    assertThat(FaultWords.of(new Fault.Duplicate<>(new Around<>(Set.of(A)), 0.3)))
        .isEqualTo("duplication of 30 % around 127.0.0.1:8081");
  }

  @Test
  void tellsThePathOfABlock() {
    assertThat(FaultWords.of(new Fault.Block<>(new OneWay<>(B, A))))
        .isEqualTo("block from 127.0.0.1:8082 to 127.0.0.1:8081");
  }

  @Test
  void namesUpToThreeAndCountsMore() {
    assertThat(FaultWords.of(new Fault.Block<>(new Around<>(Set.of(C, A, B)))))
        .isEqualTo("block around 127.0.0.1:8081, 127.0.0.1:8082, 127.0.0.1:8083");
    assertThat(FaultWords.of(new Fault.Block<>(new Around<>(Set.of(A, B, C, D)))))
        .isEqualTo("block around 4 peers");
  }

  @Test
  void namesTheSidesOfAPartition() {
    assertThat(FaultWords.of(new Fault.Partition<>(List.of(Set.of(A), Set.of(B, C, D, E)))))
        .isEqualTo("partition 127.0.0.1:8081 | 4 peers");
  }
}
