package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TargetResolverTest {

  private final Queue<Runnable> background = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();
  private final TargetResolver resolver = new TargetResolver(background::add);

  private void resolve(Target target) {
    resolver.resolve(
        target, found -> heard.add("at " + found.getFirst()), reason -> heard.add(reason));
  }

  @Test
  void looksUpWhereWaitingHurtsNobody() {
    resolve(new Target("localhost", 8_081));
    assertThat(heard).isEmpty();

    background.remove().run();
    assertThat(heard).containsExactly("at 127.0.0.1:8081");
  }

  @Test
  void saysThatANameIsUnknown() {
    resolve(new Target("nobody.invalid", 8_081));
    background.remove().run();

    assertThat(heard).containsExactly("no machine named \"nobody.invalid\" is known here");
  }

  @Test
  void saysThatAnAddressIsNotThatOfOneMachine() {
    resolve(new Target("0.0.0.0", 8_081));
    background.remove().run();

    assertThat(heard)
        .containsExactly("0.0.0.0 stands for every address of a machine, not for one peer");
  }
}
