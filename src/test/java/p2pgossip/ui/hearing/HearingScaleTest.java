package p2pgossip.ui.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.Spread;
import p2pgossip.ui.graph.model.SampleSpreads;

class HearingScaleTest {

  private static Arrival at(Spread spread, int port) {
    return Objects.requireNonNull(spread.arrivals().get(peer(port)));
  }

  private static HearingScale of(Spread spread, HearingColor coloring) {
    return new HearingScale.Maker().of(spread, coloring);
  }

  @Test
  void putsTheOriginAtTheLowerEndAndTheLatestBelowARoundTime() {
    Spread spread =
        new SampleSpreads("r").heard(8081, 8080, 260, 1, 0).heard(8082, 8081, 520, 2, 0).spread();
    HearingScale scale = of(spread, HearingColor.TIME);

    assertThat(scale.low()).isEqualTo("0 s");
    assertThat(scale.high()).isEqualTo("700 ms");
    assertThat(scale.part(at(spread, 8080))).isZero();
    assertThat(scale.part(at(spread, 8081))).isEqualTo(260 / 700.0);
    assertThat(scale.part(at(spread, 8082))).isEqualTo(520 / 700.0);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10 ms",
    "3, 10 ms",
    "10, 10 ms",
    "11, 15 ms",
    "999, 1 s",
    "1400, 1.5 s",
    "61000, 70 s"
  })
  void endsAtARoundTime(long latest, String high) {
    Spread spread = new SampleSpreads("r").heard(8081, 8080, latest, 1, 0).spread();

    assertThat(of(spread, HearingColor.TIME).high()).isEqualTo(high);
  }

  @Test
  void countsAnArrivalBeforeTheStartAsAtTheStart() {
    Spread spread = new SampleSpreads("r").heard(8081, 8080, -900, 1, 0).spread();

    assertThat(of(spread, HearingColor.TIME).part(at(spread, 8081))).isZero();
  }

  @Test
  void reachesToTheMostHopsAndAtLeastToFour() {
    Spread near = new SampleSpreads("r").heard(8081, 8080, 5, 1, 0).spread();
    Spread far = new SampleSpreads("r").heard(8081, 8080, 5, 8, 0).spread();

    assertThat(of(near, HearingColor.HOPS).part(at(near, 8081))).isEqualTo(0.25);
    assertThat(of(far, HearingColor.HOPS).part(at(far, 8081))).isEqualTo(1);
    assertThat(of(far, HearingColor.HOPS).high()).isEqualTo("8 hops");
  }

  @Test
  void countsAllCopiesForHowOften() {
    Spread spread = new SampleSpreads("r").heard(8081, 8080, 5, 1, 6).spread();
    HearingScale scale = of(spread, HearingColor.REPEATS);

    assertThat(scale.low()).isEqualTo("once");
    assertThat(scale.high()).isEqualTo("9 times");
    assertThat(scale.part(at(spread, 8081))).isEqualTo(0.75);
  }

  @Test
  void saysHowAPeerHeardIt() {
    Spread spread = new SampleSpreads("r").heard(8081, 8080, 240, 1, 2).spread();
    HearingScale scale = of(spread, HearingColor.HOPS);

    assertThat(scale.describe(at(spread, 8080), PeerAddress::toString))
        .isEqualTo("Told the rumour first.");
    assertThat(scale.describe(at(spread, 8081), PeerAddress::toString))
        .isEqualTo(
            "Heard the rumour after 240 ms, 1 hop, from 127.0.0.1:8080; then 2 more copies.");
  }
}
