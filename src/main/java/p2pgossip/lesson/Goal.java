package p2pgossip.lesson;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a task wants, as the program can observe it.
public sealed interface Goal {

  /// Half of the peers have heard the newest rumour, and it has stopped. Of an odd number, either
  /// half will do.
  record ExactlyHalfHeard() implements Goal {}

  /// All have heard the newest rumour.
  record AllHeard() implements Goal {}

  /// The newest rumour has stopped, and somebody has not heard it.
  record StoppedShort() implements Goal {}

  /// A rumour has been told since the task was set.
  record RumorTold() implements Goal {}

  /// So many peers run.
  ///
  /// @param count 1 to [#MOST]
  record Running(int count) implements Goal {
    public static final int MOST = 2_000;
  }

  /// Every running peer can be reached from every other by way of neighbours.
  record Connected() implements Goal {}

  /// The running peers fall into so many parts that know nothing of one another.
  ///
  /// @param count 2 to [Running#MOST]
  record InParts(int count) implements Goal {}

  /// The network was cut by a fault since the task was set, and is whole again.
  record PartitionHealed() implements Goal {}

  /// The forms in a lesson, for an error.
  List<String> FORMS =
      List.of(
          "half heard",
          "all heard",
          "stopped short",
          "rumour told",
          "8 peers",
          "connected",
          "2 parts",
          "partition healed");

  /// Reads one of the [#FORMS], each with any number.
  ///
  /// @throws IllegalArgumentException when there is none of that name, naming all
  static Goal read(String text) {
    Matcher counted = Pattern.compile("([0-9]{1,4}) (peers|parts)").matcher(text);
    if (counted.matches()) {
      int count = Integer.parseInt(counted.group(1));
      boolean peers = counted.group(2).equals("peers");
      int least = peers ? 1 : 2;
      if (count < least || count > Running.MOST) {
        throw new IllegalArgumentException(
            "%s %s are not between %s and %s"
                .formatted(count, counted.group(2), least, Running.MOST));
      }
      return peers ? new Running(count) : new InParts(count);
    }
    return switch (text) {
      case "half heard" -> new ExactlyHalfHeard();
      case "all heard" -> new AllHeard();
      case "stopped short" -> new StoppedShort();
      case "rumour told" -> new RumorTold();
      case "connected" -> new Connected();
      case "partition healed" -> new PartitionHealed();
      default -> throw Named.unknown("goal", text, FORMS);
    };
  }
}
