package p2pgossip.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {

  private static final Command<List<String>> ADD =
      new Command<>("Shortcut+Plus", "Add one", list -> list.add("one"));

  @Test
  void actsOnItsTarget() {
    List<String> target = new ArrayList<>();

    ADD.perform(target);

    assertThat(target).containsExactly("one");
  }

  @Test
  void saysItsFirstKeyInTheTooltip() {
    Command<List<String>> more = ADD.alsoBy("Shortcut+Equals");

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
