package p2pgossip.ui.form;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
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
interface ParameterField {

  /// In pixels.
  double WIDTH = TopologyFields.NUMBER_WIDTH;

  Node node();

  /// Says what is wrong; takes no room while nothing is.
  Label errorLabel();

  /// What is wrong with what is typed, as a sentence; empty while nothing is.
  ReadOnlyStringProperty errorProperty();

  /// The last good value; null while there is none.
  @Nullable Object value();

  /// @param id by which the field is found in the scene
  /// @param files for a field that asks for one
  /// @param changed is called whenever the value or the error may be another
  static ParameterField of(String id, Parameter<?> parameter, FileReading files, Runnable changed) {
    return switch (parameter) {
      case Count count -> new OfCount(id, count, changed);
      case Chance chance -> new OfChance(id, chance, changed);
      case FileParameter file -> new OfFile(id, file, files, changed);
    };
  }

  /// A number that is typed or stepped.
  final class OfCount implements ParameterField {

    private final NumberField field;

    private OfCount(String id, Count count, Runnable changed) {
      field = new NumberField(id, count.name(), count.least(), Count.MOST, count.usual(), WIDTH);
      field.setRange(count.least(), Count.MOST, count.step(), count.usual());
      field.valueProperty().subscribe(value -> changed.run());
    }

    @Override
    public Node node() {
      return field;
    }

    @Override
    public Label errorLabel() {
      return field.errorLabel();
    }

    @Override
    public ReadOnlyStringProperty errorProperty() {
      return field.errorProperty();
    }

    @Override
    public Object value() {
      return field.value();
    }
  }

  /// A chance that is typed. A comma is read as a decimal point.
  final class OfChance implements ParameterField {

    /// Plain decimals, so no exponents.
    private static final Pattern DECIMAL = Pattern.compile("[0-9]?[.,]?[0-9]{0,9}");

    private final FormField field;
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private double value;

    private OfChance(String id, Chance chance, Runnable changed) {
      String usual = Double.toString(chance.usual());
      field = new FormField(id, chance.name(), usual, chance.hint());
      field.setPrefWidth(WIDTH);
      field.setMinWidth(WIDTH);
      field.errorProperty().bind(error);
      field.textProperty().set(usual);
      field
          .textProperty()
          .subscribe(
              text -> {
                OptionalDouble read = read(text);
                read.ifPresent(number -> value = number);
                error.set(
                    read.isPresent()
                        ? ""
                        : chance.name() + ": a chance from 0 to 1, such as " + usual + ".");
                changed.run();
              });
    }

    private static OptionalDouble read(String text) {
      String typed = text.strip();
      if (!DECIMAL.matcher(typed).matches() || typed.chars().noneMatch(Character::isDigit)) {
        return OptionalDouble.empty();
      }
      double chance = Double.parseDouble(typed.replace(',', '.'));
      return chance <= 1 ? OptionalDouble.of(chance) : OptionalDouble.empty();
    }

    @Override
    public Node node() {
      return field;
    }

    @Override
    public Label errorLabel() {
      return field.errorLabel();
    }

    @Override
    public ReadOnlyStringProperty errorProperty() {
      return error.getReadOnlyProperty();
    }

    @Override
    public Object value() {
      return value;
    }
  }

  /// A file that is chosen, and then read in the background.
  final class OfFile implements ParameterField {

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

    @Override
    public Node node() {
      return named;
    }

    @Override
    public Label errorLabel() {
      return errorLabel;
    }

    @Override
    public ReadOnlyStringProperty errorProperty() {
      return error.getReadOnlyProperty();
    }

    @Override
    public @Nullable Object value() {
      return graph;
    }
  }
}
