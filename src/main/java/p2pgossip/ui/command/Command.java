package p2pgossip.ui.command;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import p2pgossip.ui.hint.Hint;

/// Something that a user can do by a key. It is declared once, beside what it acts on. The window's
/// keys, the menus, the tooltips, what a screen reader says, and the list of keys under F1 are all
/// read from it.
///
/// @param keys which do it, as in [KeyText]. The first is the one that is shown
/// @param words what it does, in a few words that stand alone
/// @param action does it. On the FX thread
/// @param <T> what it acts on
public record Command<T>(List<String> keys, String words, Consumer<? super T> action) {

  public Command {
    keys = List.copyOf(keys);
  }

  public Command(String key, String words, Consumer<? super T> action) {
    this(List.of(key), words, action);
  }

  /// The same command with more keys, for example those of the number pad.
  public Command<T> alsoBy(String... more) {
    return new Command<>(Stream.concat(keys.stream(), Stream.of(more)).toList(), words, action);
  }

  public void perform(T target) {
    action.accept(target);
  }

  /// The key as it reads on this system.
  public String keyText() {
    return KeyText.of(keys.getFirst());
  }

  /// The words of a tooltip, for example "Spread a rumour (Ctrl+R)".
  public String hint() {
    return hint(words);
  }

  /// The words of a tooltip that says more, or says it for the present state.
  public String hint(String otherWords) {
    return otherWords + " (" + keyText() + ")";
  }

  /// Lets a button perform it, with its words as tooltip.
  public <B extends ButtonBase> B on(B button, T target) {
    return on(button, target, words);
  }

  /// Lets a button perform it, with other words as tooltip. A button without a text says them to a
  /// screen reader too.
  public <B extends ButtonBase> B on(B button, T target, String otherWords) {
    String hint = hint(otherWords);
    Hint.on(button, hint);
    if (button.getText() == null || button.getText().isEmpty()) {
      button.setAccessibleText(hint);
    }
    button.setOnAction(_ -> perform(target));
    return button;
  }

  /// An entry in a menu, with its words and its key.
  public MenuItem menuItem(T target) {
    MenuItem item = new MenuItem(hint());
    item.setOnAction(_ -> perform(target));
    return item;
  }
}
