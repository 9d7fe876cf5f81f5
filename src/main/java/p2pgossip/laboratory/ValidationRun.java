package p2pgossip.laboratory;

import java.util.function.Consumer;
import p2pgossip.experiment.Validation;
import p2pgossip.scenario.ComparedFigure;

/// The validation, as something that can be watched and called off.
public final class ValidationRun {

  private ValidationRun() {}

  /// Begins it on a thread of its own.
  ///
  /// @param quick as in [Validation#compare]
  /// @param compared is told each figure, on the thread of the work
  public static Work begin(boolean quick, Consumer<ComparedFigure> compared, WorkEnd end) {
    return Work.begin(
        gate ->
            Validation.compare(
                quick,
                Work.threads(),
                figure -> {
                  compared.accept(figure);
                  gate.pass();
                }),
        end);
  }
}
