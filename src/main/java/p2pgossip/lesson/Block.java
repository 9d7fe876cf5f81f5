package p2pgossip.lesson;

import java.util.List;
import p2pgossip.scenario.Scenario;

/// One piece of a step of a lesson, in the order in which it is shown.
public sealed interface Block {

  /// Something to read.
  record Text(Prose prose) implements Block {}

  /// A network to set up and to play with.
  record Network(Scenario scenario) implements Block {}

  /// Something to look at.
  record Watch(List<Prose> prose) implements Block {
    public Watch {
      prose = List.copyOf(prose);
    }
  }

  /// What was behind it. It stands after a prediction or a run, and is not shown before.
  record Explain(List<Prose> prose) implements Block {
    public Explain {
      prose = List.copyOf(prose);
    }
  }

  /// Predictions, runs and theory, side by side.
  ///
  /// @param predictions the names of predictions before it
  /// @param runs the names of runs before it, whose curves are laid over one another
  /// @param measures of these runs, for the table
  /// @param theory whether theory's curves and figures are shown, where it has any
  record Compare(
      List<String> predictions, List<String> runs, List<Measure> measures, boolean theory)
      implements Block {

    public Compare {
      predictions = List.copyOf(predictions);
      runs = List.copyOf(runs);
      measures = List.copyOf(measures);
    }
  }

  /// A block at which a step waits until the student has done something.
  sealed interface Gate extends Block {

    /// By which others refer to it, unlike that of every other of its kind in the lesson.
    String name();
  }

  /// A question, answered before the program shows what happens.
  record Predict(String name, String question, Asked asked) implements Gate {}

  /// A run that the student begins.
  ///
  /// @param words what it is, for the button and for legends
  record Run(String name, String words, Plan plan) implements Gate {}

  /// Something to do, which notices by itself when it is done.
  ///
  /// @param words what to do
  record Task(String name, String words, Goal goal) implements Gate {}
}
