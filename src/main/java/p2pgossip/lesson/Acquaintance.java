package p2pgossip.lesson;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.scenario.Report;

/// Who knows whom at the end of a run.
final class Acquaintance {

  private record Pair(PeerAddress one, String other) {}

  private Acquaintance() {}

  /// How many others a peer knows at the end, on average.
  static double mean(Report.Run run) {
    Set<Pair> known = new HashSet<>();
    List<Report.Happening> inOrder =
        run.happenings().stream().sorted(Comparator.comparing(Report.Happening::at)).toList();
    for (Report.Happening happening : inOrder) {
      if (happening.peer() != null) {
        Pair pair = new Pair(happening.peer(), firstWord(happening.about()));
        switch (happening.what()) {
          case "connected", "learned" -> known.add(pair);
          case "forgotten", "left", "dropped" -> known.remove(pair);
          case "stopped" -> known.removeIf(it -> it.one().equals(pair.one()));
          default -> {
            // It changes nobody's acquaintance.
          }
        }
      }
    }
    return run.peers().isEmpty() ? 0 : (double) known.size() / run.peers().size();
  }

  /// The address at the beginning, as in `10.0.0.4:8080 from 10.0.0.2:8080`.
  private static String firstWord(String about) {
    int end = about.indexOf(' ');
    String word = end < 0 ? about : about.substring(0, end);
    return word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
  }
}
