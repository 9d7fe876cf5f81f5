package p2pgossip.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.overview.SampleOverview.PEERS;
import static p2pgossip.ui.overview.SampleOverview.SPREAD;
import static p2pgossip.ui.overview.SampleOverview.aHearer;
import static p2pgossip.ui.overview.SampleOverview.network;
import static p2pgossip.ui.overview.SampleOverview.notAHearer;
import static p2pgossip.ui.overview.SampleOverview.withUnreachable;
import static p2pgossip.ui.spread.SampleSpread.peer;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.NetworkPicture;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.hearing.HearingColor;
import p2pgossip.ui.hearing.HearingScale;

class CellsTest {

  private static final PeerAddress ORIGIN = peer(0);

  private static final HearingScale SCALE = new HearingScale.Maker().of(SPREAD, HearingColor.TIME);

  private static Cells cells(NetworkPicture network) {
    return Cells.of(SPREAD, SCALE, network, List.of());
  }

  private static Cell cell(Cells cells, PeerAddress peer) {
    return cells.all().get(cells.indexOf(peer));
  }

  @Test
  void hasOneCellAPeerInTheOrderOfTheAddresses() {
    assertThat(cells(network(PEERS)).all())
        .extracting(Cell::peer)
        .containsExactlyElementsOf(IntStream.range(0, PEERS).mapToObj(it -> peer(it)).toList());
  }

  @Test
  void tellsTheOriginThoseWhoHaveHeardAndThoseWhoHaveNot() {
    Cells cells = cells(network(PEERS));

    assertThat(cell(cells, ORIGIN).look().origin()).isTrue();
    assertThat(cell(cells, ORIGIN).look().step()).isZero();
    assertThat(cell(cells, aHearer()).look().isHeard()).isTrue();
    assertThat(cell(cells, aHearer()).look().step()).isPositive();
    assertThat(cell(cells, notAHearer()).look().isHeard()).isFalse();
    assertThat(cells.all().stream().filter(it -> it.look().isHeard()))
        .hasSize(SPREAD.arrivals().size())
        .hasSizeLessThan(PEERS);
  }

  @Test
  void marksAPeerThatDoesNotAnswerAndKeepsOneThatHasLeft() {
    Cells cells = cells(withUnreachable(network(1), notAHearer()));

    assertThat(cell(cells, notAHearer()).look().gone()).isTrue();
    assertThat(cell(cells, ORIGIN).look().gone()).isFalse();
    assertThat(cell(cells, aHearer()).look().gone()).isTrue();
    assertThat(CellWords.details(cells, cell(cells, aHearer())))
        .startsWith("Heard the rumour ")
        .endsWith("\nIs no longer in the network.");
  }

  @Test
  void marksPeersAsFaultsDo() {
    Cells cells = Cells.of(SPREAD, SCALE, network(PEERS), List.of(new Fault.Freeze<>(peer(5))));

    assertThat(cell(cells, peer(5)).look().faults()).containsOnlyKeys(FaultLook.FREEZE);
    assertThat(cell(cells, peer(6)).look().faults()).isEmpty();
    assertThat(CellWords.details(cells, cell(cells, peer(5)))).endsWith(FaultLook.FREEZE.news(0));
  }

  @Test
  void hasNoCellForAStranger() {
    assertThat(cells(network(PEERS)).indexOf(peer(99))).isEqualTo(-1);
    assertThat(cells(network(PEERS)).indexOf(null)).isEqualTo(-1);
  }

  @Test
  void labelsByThePortWhereAllRunOnOneMachine() {
    PeerAddress elsewhere = PeerAddress.parse("192.0.2.1:9000");

    assertThat(cells(network(PEERS)).label(3)).isEqualTo(":8083");
    assertThat(cells(withUnreachable(network(PEERS), elsewhere)).longestLabel())
        .isEqualTo("127.0.0.1:8080");
  }
}
