package p2pgossip.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Link;

class GoalWatchTest {

  private static final RumorId ONE = new RumorId("0123456789abcdef0123456789abcdef");
  private static final RumorId OTHER = new RumorId("fedcba9876543210fedcba9876543210");
  private static final Observed QUIET = new Observed(4, 1, false, null, 0, 4, true);

  private static Observed heard(int reached, int population, boolean stopped) {
    return new Observed(population, 1, false, ONE, reached, population, stopped);
  }

  private static boolean isReached(String goal, Observed... seen) {
    GoalWatch watch = GoalWatch.of(Goal.read(goal));
    for (Observed each : seen) {
      watch = watch.after(each);
    }
    return watch.reached();
  }

  private static Observed told(@Nullable RumorId rumor) {
    return new Observed(4, 1, false, rumor, 1, 4, false);
  }

  @Test
  void halfCountsOnceTheRumourHasStopped() {
    assertThat(isReached("half heard", heard(2, 4, false))).isFalse();
    assertThat(isReached("half heard", heard(2, 4, true))).isTrue();
    assertThat(isReached("half heard", heard(3, 4, true))).isFalse();
    assertThat(isReached("half heard", heard(2, 5, true))).isTrue();
    assertThat(isReached("half heard", heard(3, 5, true))).isTrue();
    assertThat(isReached("half heard", QUIET)).isFalse();
  }

  @Test
  void allOrNotAll() {
    assertThat(isReached("all heard", heard(3, 4, true))).isFalse();
    assertThat(isReached("all heard", heard(4, 4, false))).isTrue();
    assertThat(isReached("all heard", QUIET)).isFalse();
    assertThat(isReached("stopped short", heard(3, 4, false))).isFalse();
    assertThat(isReached("stopped short", heard(3, 4, true))).isTrue();
    assertThat(isReached("stopped short", heard(4, 4, true))).isFalse();
  }

  @Test
  void onlyANewRumourCounts() {
    assertThat(isReached("rumour told", told(ONE), told(ONE))).isFalse();
    assertThat(isReached("rumour told", told(ONE), told(OTHER))).isTrue();
    assertThat(isReached("rumour told", QUIET, told(ONE))).isTrue();
  }

  @Test
  void aPartitionHealsOnceItWasThere() {
    Observed cut = new Observed(4, 1, true, null, 0, 4, true);

    assertThat(isReached("partition healed", QUIET)).isFalse();
    assertThat(isReached("partition healed", QUIET, cut)).isFalse();
    assertThat(isReached("partition healed", cut, QUIET)).isTrue();
    assertThat(isReached("partition healed", cut, QUIET, cut)).as("it stays so").isTrue();
  }

  @Test
  void peersAndPartsAreCounted() {
    PeerAddress a = PeerAddress.parse("127.0.0.1:1");
    PeerAddress b = PeerAddress.parse("127.0.0.1:2");
    PeerAddress c = PeerAddress.parse("127.0.0.1:3");
    Set<PeerAddress> all = Set.of(a, b, c);

    Observed whole = Observed.of(all, List.of(new Link(a, b), new Link(c, b)), List.of(), null);
    Observed apart = Observed.of(all, List.of(new Link(a, b)), List.of(), null);
    Observed gone =
        Observed.of(Set.of(a, c), List.of(new Link(a, b), new Link(b, c)), List.of(), null);

    assertThat(isReached("connected", whole)).isTrue();
    assertThat(isReached("connected", apart)).isFalse();
    assertThat(isReached("2 parts", apart)).isTrue();
    assertThat(isReached("2 parts", gone)).isTrue();
    assertThat(isReached("3 peers", whole)).isTrue();
    assertThat(isReached("3 peers", gone)).isFalse();
  }

  @Test
  void everyFormIsRead() {
    assertThat(Goal.FORMS.stream().map(Goal::read).map(Object::getClass).distinct())
        .hasSize(Goal.class.getPermittedSubclasses().length);
    assertThatThrownBy(() -> Goal.read("1 parts")).hasMessage("1 parts are not between 2 and 2000");
  }
}
