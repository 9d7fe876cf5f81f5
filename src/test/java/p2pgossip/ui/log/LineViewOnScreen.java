package p2pgossip.ui.log;

import static p2pgossip.ui.lines.SampleLines.lines;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.journal.LineFormat;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.lines.LogModel;

/// A view of a log on the screen, eight lines high.
@ExtendWith(OnScreen.class)
abstract class LineViewOnScreen {

  static final int FITTING = 8;

  final LogModel model = new LogModel(100);
  final LineSelection selection = new LineSelection(model.shown());
  final Hand robot = new Hand();

  LineView view;

  @Start
  void start(Stage stage) {
    view = new LineView(model.shown(), selection, new LineFormat(ZoneOffset.UTC));
    view.setPrefSize(800, FITTING * LineRow.HEIGHT);
    stage.setScene(new Scene(new Pane(view)));
    stage.show();
  }

  void append(long first, long last) {
    robot.interact(() -> model.append(lines(first, last)));
  }

  /// The numbers of the lines that are in view as a whole, from top to bottom.
  List<Long> numbersInView() {
    return rows().stream()
        .filter(
            row ->
                row.isVisible()
                    && row.getLayoutY() >= 0
                    && row.getLayoutY() + LineRow.HEIGHT <= view.getHeight())
        .sorted(Comparator.comparingDouble(LineRow::getLayoutY))
        .map(row -> Objects.requireNonNull(row.line()).number())
        .toList();
  }

  LineRow rowOf(long number) {
    return rows().stream()
        .filter(row -> row.line() != null && row.line().number() == number)
        .findFirst()
        .orElseThrow();
  }

  List<LineRow> rows() {
    return robot.from(view).lookup(".line-row").<LineRow>queryAll().stream().toList();
  }

  static List<Long> numbers(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
