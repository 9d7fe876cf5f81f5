package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import p2pgossip.testing.HandDrivenExecutor;
import p2pgossip.testing.Recorder;

class TargetResolverTest {

  private final HandDrivenExecutor background = new HandDrivenExecutor();
  private final Recorder<String> heard = new Recorder<>();
  private final TargetResolver resolver = new TargetResolver(background);

  private void resolve(Target target) {
    resolver.resolve(
        target, found -> heard.accept("at " + found.getFirst()), reason -> heard.accept(reason));
  }

  @Test
  void looksNamesUpInTheBackground() {
    resolve(new Target("localhost", 8_081));
    assertThat(heard).isEmpty();

    background.runNext();
    assertThat(heard).containsExactly("at 127.0.0.1:8081");
  }

  @Test
  void saysThatANameIsUnknown() {
    resolve(new Target("nobody.invalid", 8_081));
    background.runNext();

    assertThat(heard).containsExactly("no machine named \"nobody.invalid\" is known here");
  }

  @Test
  void saysThatAnAddressIsNotOneMachines() {
    resolve(new Target("0.0.0.0", 8_081));
    background.runNext();

    assertThat(heard).singleElement().asString().startsWith("0.0.0.0 stands for every address");
  }
}
