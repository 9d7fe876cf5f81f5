package p2pgossip.scenario;

import java.util.ArrayList;
import java.util.List;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.ShownText;

/// Describes the actions of a scenario in a few words.
public final class ActionWords {

  private ActionWords() {}

  /// The action in one word, as it stands in a file.
  public static String verb(Action action) {
    return switch (action) {
      case Action.Spread _ -> "spread";
      case Action.Kill _ -> "kill";
      case Action.Leave _ -> "leave";
      case Action.Restart _ -> "restart";
      case Action.Join _ -> "join";
      case Action.Begin _ -> "begin";
      case Action.End _ -> "end";
      case Action.Heal _ -> "heal";
      case Action.Change _ -> "change";
      case Action.Pause _ -> "pause";
      case Action.Resume _ -> "resume";
      case Action.Step _ -> "step";
      case Action.Forget _ -> "forget";
    };
  }

  /// What the action is done to: peers, a fault, a rumour.
  public static String object(Action action) {
    return switch (action) {
      case Action.Spread(Selection by, String text) ->
          "from " + words(by) + ": " + ShownText.of(text);
      case Action.Kill(Selection peers) -> words(peers);
      case Action.Leave(Selection peers) -> words(peers);
      case Action.Restart(Selection peers) -> words(peers);
      case Action.Join(int count) -> count == 1 ? "a new peer" : count + " new peers";
      case Action.Begin(String name, Fault<Selection> fault) -> {
        String words = fault.words(peers -> words(Selection.join(peers)));
        yield words.startsWith(name) ? words : ShownText.of(name) + ": " + words;
      }
      case Action.End(String name) -> ShownText.of(name);
      case Action.Heal _ -> "all faults";
      case Action.Change(Selection peers, var _) -> "the settings of " + words(peers);
      case Action.Pause(Selection peers) -> words(peers);
      case Action.Resume(Selection peers) -> words(peers);
      case Action.Step(Selection peers) -> words(peers);
      case Action.Forget(Selection peers) -> words(peers);
    };
  }

  private static String words(Selection selection) {
    return switch (selection) {
      case Selection.All _ -> "all";
      case Selection.AtRandom(int count) -> count == 1 ? "one at random" : count + " at random";
      case Selection.These(List<Integer> numbers) -> ranges(numbers);
    };
  }

  private static String ranges(List<Integer> numbers) {
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      int first = numbers.get(i);
      while (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) {
        i++;
      }
      int last = numbers.get(i);
      ranges.add(first == last ? Integer.toString(first) : first + "-" + last);
    }
    return String.join(",", ranges);
  }
}
