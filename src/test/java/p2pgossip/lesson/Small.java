package p2pgossip.lesson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A small lesson with a block of each kind, for tests.
final class Small {

  static final String TEXT =
      """
      # A small lesson

      ```lesson
      about: What a test needs.
      minutes: 5
      ```

      Hello, {plan run peers} peers.

      ## Ask

      ```predict
      name: rounds
      ask: How many rounds?
      number: 1 to 50 rounds
      about: run run last
      ```

      ```predict
      name: way
      ask: Which way?
      choice: Slow if run run last > 40
      choice: otherwise Fast
      ```

      ```predict
      name: curve
      ask: Draw it.
      curve: 0 to 4 rounds
      about: run
      ```

      ```run
      name: run
      words: Sixteen
      peers: 16
      topology: complete
      strategy: flood
      runs: 2
      ```

      ```compare
      predictions: rounds, way, curve
      runs: run
      measures: last, share
      theory: yes
      ```

      ```explain
      It took {run run last}.
      ```

      ## Do

      ```network
      ring
      ```

      ```task
      name: tell
      do: Tell a rumour.
      until: rumour told
      ```

      ```watch
      Done.
      ```
      """;

  private Small() {}

  static Lesson lesson() {
    return read(TEXT);
  }

  static Lesson read(String text) {
    try {
      return LessonReader.read("small", text.getBytes(StandardCharsets.UTF_8));
    } catch (LessonException e) {
      throw new AssertionError(e);
    }
  }

  /// A result in which the last of 16 heard it after so many rounds.
  static RunResult result(double last) {
    return new RunResult(
        List.of(
            new RunResult.Told(
                Map.of(Measure.LAST, last, Measure.SHARE, 1.0),
                List.of(new RunResult.Point(0, 0.0625), new RunResult.Point(1, 1.0)))));
  }
}
