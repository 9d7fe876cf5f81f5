package p2pgossip.lesson;

import java.util.Arrays;
import java.util.Optional;

/// Something that a student did in a lesson, of which the time is kept.
///
/// @param name of the prediction, the run or the task; empty for the beginning
public record Moment(What what, String name) {

  /// When the lesson was begun.
  public static final Moment BEGUN = new Moment(What.BEGUN, "");

  /// What was done.
  public enum What {
    BEGUN("begun"),
    PREDICTED("predicted"),
    RAN("ran"),
    DID("did");

    private final String label;

    What(String label) {
      this.label = label;
    }

    /// Its name in a file.
    public String label() {
      return label;
    }

    /// Empty if there is none of that name.
    static Optional<What> labelled(String label) {
      return Arrays.stream(values()).filter(it -> it.label.equals(label)).findFirst();
    }
  }
}
