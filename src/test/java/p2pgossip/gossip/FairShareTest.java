package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairShareTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // Held now, newcomer, which gives way
        "a a a a, b, 0",
        "b a a a, b, 1",
        "a b b a, b, -",
        "a b a b, c, 0",
        "b b a a a, c, 2",
        "a b c, d, -",
        "a a a, a, -",
        "a b b, a, -",
        "a b b b, a, 1",
        "-, a, -"
      })
  void theSourceThatHoldsTheMostGivesWay(String held, String newcomer, Integer who) {
    List<String> all = held == null ? List.of() : List.of(held.split(" "));
    List<Integer> places = IntStream.range(0, all.size()).boxed().toList();
    assertThat(FairShare.whoYields(places, place -> source(all.get(place)), source(newcomer)))
        .isEqualTo(Optional.ofNullable(who));
  }

  @Test
  void threeInsistentSourcesLeaveAShareToTheOthers() {
    List<Source> held = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      take(held, 100, source(List.of("a", "b", "c").get(i % 3)));
    }
    for (String name : List.of("d", "d", "d", "e", "f")) {
      take(held, 100, source(name));
    }
    for (int i = 0; i < 3_000; i++) {
      take(held, 100, source(List.of("a", "b", "c").get(i % 3)));
    }
    assertThat(held.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting())))
        .containsEntry(source("d"), 3L)
        .containsEntry(source("e"), 1L)
        .containsEntry(source("f"), 1L);
    assertThat(held).hasSize(100);
  }

  private static void take(List<Source> held, int places, Source newcomer) {
    if (held.size() < places) {
      held.add(newcomer);
    } else {
      Optional<Source> loser = FairShare.whoYields(held, it -> it, newcomer);
      if (loser.isPresent()) {
        held.remove(loser.get());
        held.add(newcomer);
      }
    }
  }

  private static Source source(String name) {
    return Source.of(InetAddress.ofLiteral("10.0.0." + (int) name.charAt(0)));
  }
}
