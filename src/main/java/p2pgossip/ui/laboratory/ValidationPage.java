package p2pgossip.ui.laboratory;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.experiment.Validation;
import p2pgossip.laboratory.ValidationRun;
import p2pgossip.scenario.ComparedFigure;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.RolePalette;

/// Compares the simulation with what is known of it, row by row. FX thread only.
final class ValidationPage extends StackPane implements Page, WatchedWork.Watcher {

  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
  private static final PseudoClass AGREES = PseudoClass.getPseudoClass("agrees");

  private final RadioButton quick = new RadioButton("Quick: some seconds");
  private final RadioButton whole = new RadioButton("Whole: a minute or more");
  private final VBox side;
  private final TableView<ComparedFigure> table = new TableView<>();
  private final ProgressBar progress = new ProgressBar(0);
  private final Label state = new Label();
  private final Trouble trouble = new Trouble("validation-trouble");
  private final EmptyState empty = new EmptyState(Feather.CHECK_CIRCLE);
  private final WatchedWork work;

  /// @param changed is called when it begins or ends
  ValidationPage(Runnable changed) {
    super();
    work = new WatchedWork(this, changed);
    ToggleGroup group = new ToggleGroup();
    quick.setId("validation-quick");
    quick.setToggleGroup(group);
    quick.setSelected(true);
    whole.setId("validation-whole");
    whole.setToggleGroup(group);
    Label what =
        RunForm.muted(
            "Runs the simulation and compares its results with exact values, with what others have"
                + " seen or published, and with the limits for many peers. Each row says where the"
                + " known value comes from; point at it to see how to read it. The"
                + " figures are the same on every machine.");
    side = new VBox(RunForm.section("VALIDATION", what, quick, whole));
    side.getStyleClass().add("side-form");
    empty.say(
        new EmptyState.Words(
            "Does it come out right?",
            "Press Run to check this simulation against what is known."));
    state.setId("validation-state");
    progress.setMaxWidth(Double.MAX_VALUE);
    makeTable();
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox results = new VBox(10, new VBox(4, state, progress), trouble, table);
    results.getStyleClass().add("lab-page");
    results.visibleProperty().bind(state.textProperty().isNotEmpty());
    empty.visibleProperty().bind(results.visibleProperty().not());
    getChildren().addAll(results, empty);
  }

  private void makeTable() {
    table.setId("validation-table");
    table.getStyleClass().addAll(Styles.DENSE, "lab-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .setAll(
            List.of(
                column("Claim", 380, ComparedFigure::claim),
                column("Known", 80, figure -> number(figure.expected())),
                column("Ours", 80, figure -> number(figure.ours())),
                column("± error", 74, figure -> error(figure.standardError())),
                verdict(),
                column("Source", 200, ComparedFigure::source)));
    table.setRowFactory(_ -> new Row());
    table.setPlaceholder(RunForm.muted("The first rows are being measured."));
  }

  private static TableColumn<ComparedFigure, String> column(
      String title, double width, Function<ComparedFigure, String> text) {
    TableColumn<ComparedFigure, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private static TableColumn<ComparedFigure, String> verdict() {
    TableColumn<ComparedFigure, String> column = column("Verdict", 110, ComparedFigure::verdict);
    column.setCellFactory(_ -> new Verdict());
    return column;
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.UK, "%.5g", value);
  }

  private static String error(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.UK, "%.2g", value);
  }

  /// A row with its reading under the pointer.
  private static final class Row extends TableRow<ComparedFigure> {

    private final Hint reading = Hint.on(this, "");

    @Override
    protected void updateItem(@Nullable ComparedFigure figure, boolean none) {
      super.updateItem(figure, none);
      reading.say(
          figure == null || none
              ? ""
              : "%s. %s. %s".formatted(figure.claim(), figure.reading(), figure.source()));
    }
  }

  /// A verdict, in its colour and in words.
  private static final class Verdict extends TableCell<ComparedFigure, String> {

    private Verdict() {
      super();
      getStyleClass().add("lab-verdict");
    }

    @Override
    protected void updateItem(@Nullable String words, boolean none) {
      super.updateItem(words, none);
      setText(none ? null : words);
      pseudoClassStateChanged(OFF, !none && "OFF".equals(words));
      pseudoClassStateChanged(AGREES, !none && "agrees".equals(words));
    }
  }

  @Override
  public Parts parts() {
    return new Parts("Validation", this, side, new SimpleBooleanProperty(true), work);
  }

  @Override
  public void run() {
    table.getItems().clear();
    trouble.setText("");
    work.begin(
        telling ->
            ValidationRun.begin(
                quick.isSelected(), figure -> telling.put(() -> add(figure)), telling));
    showState();
  }

  private void add(ComparedFigure figure) {
    table.getItems().add(figure);
    showState();
  }

  @Override
  public void ended(String words) {
    trouble.setText(words);
    showState();
  }

  @Override
  public boolean frame(double seconds) {
    return false;
  }

  private void showState() {
    List<ComparedFigure> figures = table.getItems();
    long off = figures.stream().filter(figure -> !figure.holds()).count();
    long compared =
        figures.stream()
            .filter(figure -> figure.kind() != ComparedFigure.Kind.NOT_COMPARABLE)
            .count();
    String so =
        work.isUnderWay() ? " so far" : figures.size() < Validation.FIGURES ? ", then stopped" : "";
    state.setText(
        String.format(
            Locale.UK,
            "%d figures compared%s, %d off; %d not comparable.",
            compared,
            so,
            off,
            figures.size() - compared));
    progress.setProgress((double) figures.size() / Validation.FIGURES);
  }

  @Override
  public List<Printed> prints() {
    return List.of();
  }

  /// The style sheet has all its colours.
  @Override
  public void setPalette(RolePalette palette) {}
}
