package p2pgossip.laboratory;

import p2pgossip.experiment.Validation;
import p2pgossip.scenario.ComparedFigure;

/// The validation, as something that can be watched and called off.
public final class ValidationRun {

  /// Is told what comes of it, on its own thread. Calls don't overlap.
  public interface Listener {

    /// One more figure is compared.
    void compared(ComparedFigure figure);

    /// All are.
    void ended();

    /// It can't go on.
    ///
    /// @param words why, as a sentence for the user
    void failed(String words);

    /// It has been called off. What was told of it stays true.
    void calledOff();
  }

  private ValidationRun() {}

  /// Begins it on a thread of its own.
  ///
  /// @param quick as in [Validation#compare]
  public static Work begin(boolean quick, Listener listener) {
    return Work.begin(
        gate -> {
          Validation.compare(
              quick,
              Work.threads(),
              figure -> {
                listener.compared(figure);
                gate.pass();
              });
          listener.ended();
        },
        listener::failed,
        listener::calledOff);
  }
}
