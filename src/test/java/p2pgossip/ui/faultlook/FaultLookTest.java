package p2pgossip.ui.faultlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;

class FaultLookTest {

  private static final PeerAddress A = PeerAddress.parse("127.0.0.1:8081");
  private static final PeerAddress B = PeerAddress.parse("127.0.0.1:8082");
  private static final PeerAddress C = PeerAddress.parse("127.0.0.1:8083");
  private static final Target PAIR = new Target(List.of(A, B), Set.of(C));

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FaultLookTest::kinds)
        : Stream.of(type);
  }

  @Test
  void eachKindOfFaultHasALookAndCanBeBegun() {
    assertThat(
            Arrays.stream(FaultLook.values())
                .flatMap(look -> look.offers().stream())
                .flatMap(offer -> offer.faults(PAIR).stream())
                .<Class<?>>map(Object::getClass))
        .containsAll(kinds(Fault.class).toList());
  }

  @ParameterizedTest
  @EnumSource
  void whatALookOffersHasThatLook(FaultLook look) {
    assertThat(look.offers()).isNotEmpty().allMatch(offer -> offer.fits(PAIR));
    assertThat(look.offers().stream().flatMap(offer -> offer.faults(PAIR).stream()))
        .allMatch(fault -> FaultLook.of(fault) == look);
  }

  @ParameterizedTest
  @EnumSource
  void aLookMarksThePeersOrThePathsOfItsFaults(FaultLook look) {
    assertThat(look.offers().stream().flatMap(offer -> offer.faults(PAIR).stream()))
        .allMatch(
            fault -> !look.groups(fault).isEmpty() || look.extent(fault.effect(A, B)) > 0,
            "has a mark");
  }

  @Test
  void offersInTheMenuSayForHowManyPeersTheyAre() {
    List<String> words =
        Arrays.stream(FaultLook.values())
            .flatMap(look -> look.offers().stream())
            .map(offer -> offer.menu(PAIR))
            .toList();

    assertThat(words)
        .containsExactly(
            "Freeze 2 peers",
            "Lose 30 % between the two",
            "Delay by 300 ms between the two",
            "Duplicate 30 % between the two",
            "Block between the two",
            "Block only 127.0.0.1:8081 to 127.0.0.1:8082",
            "Cut off from all others");
  }
}
