package p2pgossip.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import p2pgossip.testing.Recorder;

class CommandTest {

  private static final Command<Recorder<String>> ADD =
      new Command<>("Shortcut+Plus", "Add one", list -> list.accept("one"));

  @Test
  void actsOnItsTarget() {
    Recorder<String> target = new Recorder<>();

    ADD.perform(target);

    assertThat(target).containsExactly("one");
  }

  @Test
  void saysItsFirstKeyInTheTooltip() {
    Command<Recorder<String>> more = ADD.alsoBy("Shortcut+Equals");

    assertThat(more.keys()).containsExactly("Shortcut+Plus", "Shortcut+Equals");
    assertThat(more.hint()).isEqualTo("Add one (" + KeyText.of("Shortcut+Plus") + ")");
    assertThat(more.hint("Add")).isEqualTo("Add (" + KeyText.of("Shortcut+Plus") + ")");
  }

  @Test
  void namesTheShortcutKeyAsTheSystemDoes() {
    assertThat(KeyText.of("Shortcut+Shift+S", false)).isEqualTo("Ctrl+Shift+S");
    assertThat(KeyText.of("Shortcut+Shift+S", true)).isEqualTo("Command+Shift+S");
    assertThat(KeyText.of("F5", true)).isEqualTo("F5");
  }
}
