package p2pgossip.ui.form;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.ShownText;
import p2pgossip.topology.Chance;
import p2pgossip.topology.Count;
import p2pgossip.topology.FileParameter;
import p2pgossip.topology.GraphFile;
import p2pgossip.topology.Parameter;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.hint.Hint;

/// A field for a parameter of a topology. FX thread only.
///
/// @param errorLabel says what is wrong; takes no room while nothing is
/// @param errorProperty what is wrong with what is typed, as a sentence; empty while nothing is
/// @param reading gives the last good value; null while there is none
/// @param showing takes a value of the parameter's type to be shown
record ParameterField(
    Node node,
    Label errorLabel,
    ReadOnlyStringProperty errorProperty,
    Supplier<@Nullable Object> reading,
    Consumer<Object> showing) {

  /// In pixels.
  private static final double WIDTH = TopologyFields.NUMBER_WIDTH;

  /// Plain decimals, so no exponents.
  private static final Pattern DECIMAL = Pattern.compile("[0-9]?[.,]?[0-9]{0,9}");

  /// @param id by which the field is found in the scene
  /// @param files for a field that asks for one
  /// @param changed is called whenever the value or the error may be another
  static ParameterField of(String id, Parameter<?> parameter, FileReading files, Runnable changed) {
    return switch (parameter) {
      case Count count -> ofCount(id, count, changed);
      case Chance chance -> ofChance(id, chance, changed);
      case FileParameter file -> new OfFile(id, file, files, changed).field();
    };
  }

  /// The last good value; null while there is none.
  @Nullable Object value() {
    return reading.get();
  }

  /// Shows a value of the parameter's type.
  void show(Object shown) {
    showing.accept(shown);
  }

  /// A number that is typed or stepped.
  private static ParameterField ofCount(String id, Count count, Runnable changed) {
    NumberField field =
        new NumberField(id, count.name(), count.least(), Count.MOST, count.usual(), WIDTH);
    field.setRange(count.least(), Count.MOST, count.step(), count.usual());
    field.valueProperty().subscribe(value -> changed.run());
    return new ParameterField(
        field,
        field.errorLabel(),
        field.errorProperty(),
        field::value,
        shown -> field.setValue((Integer) shown));
  }

  /// A chance that is typed. A comma is read as a decimal point.
  private static ParameterField ofChance(String id, Chance chance, Runnable changed) {
    String usual = Double.toString(chance.usual());
    FormField field = new FormField(id, chance.name(), usual, chance.hint());
    field.setPrefWidth(WIDTH);
    field.setMinWidth(WIDTH);
    field.textProperty().set(usual);
    double[] last = {chance.usual()};
    field
        .textProperty()
        .subscribe(
            text -> {
              OptionalDouble read = readChance(text);
              read.ifPresent(number -> last[0] = number);
              field
                  .errorProperty()
                  .set(
                      read.isPresent()
                          ? ""
                          : chance.name() + ": a chance from 0 to 1, such as " + usual + ".");
              changed.run();
            });
    return new ParameterField(
        field,
        field.errorLabel(),
        field.errorProperty(),
        () -> last[0],
        shown -> field.textProperty().set(BigDecimal.valueOf((Double) shown).toPlainString()));
  }

  private static OptionalDouble readChance(String text) {
    String typed = text.strip();
    if (!DECIMAL.matcher(typed).matches() || typed.chars().noneMatch(Character::isDigit)) {
      return OptionalDouble.empty();
    }
    double chance = Double.parseDouble(typed.replace(',', '.'));
    return chance <= 1 ? OptionalDouble.of(chance) : OptionalDouble.empty();
  }

  /// A file that is chosen, and then read in the background.
  private static final class OfFile {

    private static final FileChoice.Kind NETWORK =
        new FileChoice.Kind("Network", GraphFile.EXTENSIONS);

    private static final String OPEN = "Open …";

    private final FileReading files;
    private final Runnable changed;
    private final Button button = new Button(OPEN);
    private final Named named;
    private final Label errorLabel = new Label();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
    private @Nullable GraphFile graph;

    /// The file that is read or was read last.
    private @Nullable Path chosen;

    private OfFile(String id, FileParameter parameter, FileReading files, Runnable changed) {
      this.files = files;
      this.changed = changed;
      button.setId(id);
      button.setMinWidth(WIDTH);
      Hint.on(button, "Open a network in GraphML, in DOT, or as a list of links");
      button.setOnAction(event -> choose());
      named = new Named(parameter.name(), button);
      errorLabel.setId(id + "-error");
      errorLabel.getStyleClass().addAll("form-error", Styles.TEXT_SMALL);
      errorLabel.setWrapText(true);
      errorLabel.setMinHeight(Region.USE_PREF_SIZE);
      errorLabel.textProperty().bind(error);
      errorLabel.visibleProperty().bind(error.isNotEmpty());
      errorLabel.managedProperty().bind(errorLabel.visibleProperty());
    }

    private void choose() {
      Path file = files.choice().toOpen("Open a network", NETWORK);
      if (file != null) {
        chosen = file;
        button.setText("Reading …");
        show(null, "");
        files.background().execute(() -> read(file));
      }
    }

    /// On the background executor.
    private void read(Path file) {
      try {
        GraphFile read = GraphFile.read(file);
        files.fxThread().execute(() -> showRead(file, read, ""));
      } catch (IOException e) {
        String words = ShownText.of(String.valueOf(e.getMessage())) + ".";
        files.fxThread().execute(() -> showRead(file, null, words));
      }
    }

    /// Shows nothing of a file in whose place the user has chosen another.
    private void showRead(Path file, @Nullable GraphFile read, String words) {
      if (file.equals(chosen)) {
        button.setText(OPEN);
        show(read, words);
      }
    }

    private void show(@Nullable GraphFile read, String words) {
      graph = read;
      error.set(words);
      changed.run();
    }

    private void showGiven(Object given) {
      chosen = null;
      button.setText(OPEN);
      show((GraphFile) given, "");
    }

    private ParameterField field() {
      return new ParameterField(
          named, errorLabel, error.getReadOnlyProperty(), () -> graph, this::showGiven);
    }
  }
}
