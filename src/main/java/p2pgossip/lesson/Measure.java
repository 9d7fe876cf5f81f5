package p2pgossip.lesson;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What is measured in a run. Of several runs it is the mean.
public enum Measure {
  PEERS("peers", "Peers", Style.COUNT),
  LAST("last", "Until the last hears it", Style.TIME),
  EARLIEST("earliest", "Until the last hears it, in the quickest run", Style.TIME),
  LATEST("latest", "Until the last hears it, in the slowest run", Style.TIME),
  HALF("half", "Until half have heard it", Style.TIME),
  NEARLY_ALL("ninety-nine", "Until 99 % have heard it", Style.TIME),
  REACHED("reached", "Peers that hear it", Style.COUNT),
  MISSED("missed", "Peers that never hear it", Style.COUNT),
  SHARE("share", "Share that hears it", Style.SHARE),
  RESIDUE("residue", "Share that never hears it", Style.SHARE),
  COMPLETE("complete", "Runs in which all hear it", Style.SHARE),
  COPIES("copies", "Copies per peer", Style.NUMBER),
  ALL_COPIES("all-copies", "Copies", Style.COUNT),
  DUPLICATES("duplicates", "Copies for a peer that knew it", Style.COUNT),
  LOST("lost", "Copies that got lost", Style.COUNT),
  HOPS("hops", "Longest way, in hops", Style.COUNT),
  KNOWN("known", "Peers that a peer knows in the end", Style.NUMBER);

  /// How a number is written.
  public enum Style {
    /// A count, whose mean may be a fraction.
    COUNT,
    /// Rounds or seconds.
    TIME,
    /// 0 to 1, written in per cent.
    SHARE,
    NUMBER
  }

  private final String label;
  private final String words;
  private final Style style;

  Measure(String label, String words, Style style) {
    this.label = label;
    this.words = words;
    this.style = style;
  }

  /// Its name in a lesson.
  public String label() {
    return label;
  }

  /// Its name on the screen.
  public String words() {
    return words;
  }

  public Style style() {
    return style;
  }

  /// @throws IllegalArgumentException when there is none, naming those that there are
  static Measure labelled(String label) {
    return Arrays.stream(values())
        .filter(it -> it.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                Named.unknown(
                    "measure",
                    label,
                    Arrays.stream(values()).map(Measure::label).collect(Collectors.toList())));
  }
}
