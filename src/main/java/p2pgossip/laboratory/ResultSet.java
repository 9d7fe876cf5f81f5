package p2pgossip.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import p2pgossip.sweep.Measure;

/// Results that are compared, each with a name and a mark of its own. Immutable.
public record ResultSet(List<Entry> entries) {

  /// More can't be told apart on one chart.
  public static final int MOST = SweepView.MOST_LINES;

  public static final int LONGEST_NAME = 100;

  /// One of them.
  ///
  /// @param mark by which it is known in the charts, 0 to [#MOST] - 1; it stays while others come
  ///     and go
  public record Entry(String name, int mark, KeptResult result) {}

  public ResultSet {
    entries = List.copyOf(entries);
  }

  /// Whether that many more fit in.
  public boolean hasRoomFor(int more) {
    return entries.size() + more <= MOST;
  }

  /// With one more, whose name gets a number if there is one like it.
  ///
  /// @throws IllegalStateException when it is full
  public ResultSet with(KeptResult result) {
    Set<Integer> taken = entries.stream().map(Entry::mark).collect(Collectors.toSet());
    int mark =
        IntStream.range(0, MOST)
            .filter(each -> !taken.contains(each))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the set is full"));
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(freeName(result.name()), mark, result));
    return new ResultSet(more);
  }

  private String freeName(String wanted) {
    Set<String> names = entries.stream().map(Entry::name).collect(Collectors.toSet());
    String name = wanted;
    for (int number = 2; names.contains(name); number++) {
      name = wanted + " (" + number + ")";
    }
    return name;
  }

  /// Without the one with a mark.
  public ResultSet without(int mark) {
    return new ResultSet(entries.stream().filter(entry -> entry.mark() != mark).toList());
  }

  /// With another name for the one with a mark; that of the result, if it is blank.
  public ResultSet renamed(int mark, String name) {
    return new ResultSet(
        entries.stream()
            .map(
                entry ->
                    entry.mark() == mark
                        ? new Entry(brief(name, entry), mark, entry.result())
                        : entry)
            .toList());
  }

  private static String brief(String name, Entry entry) {
    return name.isBlank()
        ? entry.result().name()
        : name.strip().substring(0, Math.min(LONGEST_NAME, name.strip().length()));
  }

  /// The measures that one of them knows, in their order.
  public List<Measure> measures() {
    return Measure.ALL.stream()
        .filter(measure -> entries.stream().anyMatch(entry -> entry.result().knows(measure)))
        .toList();
  }
}
