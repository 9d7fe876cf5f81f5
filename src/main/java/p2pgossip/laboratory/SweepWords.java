package p2pgossip.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import p2pgossip.heatmap.HeatMap;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Repeats;
import p2pgossip.sweep.Scale;

/// What parameters and measures are called on the screen, and how their values are written.
public final class SweepWords {

  private SweepWords() {}

  /// As on the form of a run.
  public static String name(Parameter parameter) {
    return switch (parameter) {
      case PEERS -> "Peers";
      case TOPOLOGY -> "Wiring";
      case STRATEGY -> "Strategy";
      case FANOUT -> "Fanout";
      case INTEREST -> "Interest";
      case HOP_LIMIT -> "Hop limit";
      case FORWARDING -> "Probability p and k hops";
      case LOSS -> "Lost, %";
      case CRASH -> "Crashed, %";
      case CRASH_AFTER -> "Crashed after round";
      case PERIOD -> "Period, s";
      case LATENCY -> "Latency, s";
      case CHURN -> "Churn per minute";
      case MESSAGE_BYTES -> "Bytes of a message";
    };
  }

  /// What it is called over its chart.
  public static String name(Measure measure) {
    return switch (measure) {
      case REACHED -> "Reached";
      case RESIDUE -> "Never reached";
      case T50 -> "Time to 50 %";
      case T99 -> "Time to 99 %";
      case T_LAST -> "Time to the last";
      case COPIES_PER_PEER -> "Copies per peer";
      case CONTACTS_PER_PEER -> "Contacts per peer";
      case DUPLICATES_PER_PEER -> "Duplicates per peer";
      case REDUNDANCY -> "Redundancy";
      case LONGEST_HOPS -> "Longest way";
      case MEAN_HOPS -> "Mean way";
      case BUSIEST_TENTH -> "Load of the busiest tenth";
      case MESSAGES_PER_PEER_SECOND -> "Messages per peer";
      case BYTES_PER_PEER_SECOND -> "Bytes per peer";
    };
  }

  /// What its values are; empty where the name says it.
  public static String unit(Measure measure, Scale scale) {
    return switch (measure) {
      case REACHED, RESIDUE -> "% of the peers";
      case T50, T99, T_LAST -> scale == Scale.ARRAYS ? "rounds" : "seconds";
      case COPIES_PER_PEER, CONTACTS_PER_PEER, DUPLICATES_PER_PEER -> "";
      case REDUNDANCY -> "needless copies for each peer reached";
      case LONGEST_HOPS, MEAN_HOPS -> "hops";
      case BUSIEST_TENTH -> "% of the copies";
      case MESSAGES_PER_PEER_SECOND, BYTES_PER_PEER_SECOND -> "per second";
    };
  }

  /// What it means: a sentence.
  public static String definition(Measure measure) {
    String meaning =
        switch (measure) {
          case REACHED -> "The share of the peers that hear the rumour.";
          case RESIDUE -> "The share of the peers that never hear the rumour.";
          case T50 -> "Until half of the peers have heard it, in the runs that get that far.";
          case T99 -> "Until 99 of 100 peers have heard it, in the runs that get that far.";
          case T_LAST -> "Until the last peer that ever hears the rumour has heard it.";
          case COPIES_PER_PEER -> "The copies that were sent, lost ones too, divided by the peers.";
          case CONTACTS_PER_PEER ->
              "Copies, and questions that reach a peer that spreads the rumour, divided by the"
                  + " peers.";
          case DUPLICATES_PER_PEER -> "Copies to peers that knew the rumour, divided by the peers.";
          case REDUNDANCY ->
              "Copies for each peer reached besides the first, less one: 0 in a perfect tree.";
          case LONGEST_HOPS -> "The most hops of any first copy.";
          case MEAN_HOPS -> "The mean hops of the first copies.";
          case BUSIEST_TENTH ->
              "The share of the copies that the busiest tenth of the peers sends.";
          case MESSAGES_PER_PEER_SECOND ->
              "The requests that a peer sends per second; on arrays, if a round takes a second.";
          case BYTES_PER_PEER_SECOND ->
              "The bytes of those requests and their answers; on arrays, of messages of one size.";
        };
    return meaning + " The mean of the runs, with its 95 % interval.";
  }

  /// Whether its values are shares, shown in per cent.
  public static boolean isShare(Measure measure) {
    return measure == Measure.REACHED
        || measure == Measure.RESIDUE
        || measure == Measure.BUSIEST_TENTH;
  }

  /// A value as it is shown, without its unit.
  static double shown(Measure measure, double value) {
    return isShare(measure) ? 100 * value : value;
  }

  /// A number in up to four figures.
  ///
  /// @param value not a number where it is not known
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    double size = Math.abs(value);
    return size >= 1_000 || size == Math.rint(size)
        ? String.format(Locale.UK, "%,.0f", value)
        : String.format(Locale.UK, "%.4g", value)
            .replaceFirst("(\\.[0-9]*?)0+$", "$1")
            .replaceFirst("\\.$", "");
  }

  /// The values at a point, as in "Fanout 2, Lost 10 %"; empty without axes.
  public static String point(Experiment experiment, int point) {
    List<String> words = new ArrayList<>();
    for (int axis = 0; axis < experiment.axes().size(); axis++) {
      Parameter parameter = experiment.axes().get(axis).parameter();
      words.add(value(parameter, experiment.value(point, axis)));
    }
    return String.join(", ", words);
  }

  /// A value with the name of its parameter.
  public static String value(Parameter parameter, String value) {
    return HeatMap.at(name(parameter), AxisText.shown(parameter, value));
  }

  /// How many runs there are, as a sentence.
  public static String runs(Experiment experiment) {
    int points = experiment.points();
    String places = points == 1 ? "One point" : String.format(Locale.UK, "%,d points", points);
    int least = Math.min(Repeats.LEAST, experiment.repeats().most());
    return experiment.repeats().until() == null
        ? String.format(
            Locale.UK,
            "%s, each run %,d times: %,d runs",
            places,
            experiment.repeats().most(),
            experiment.runs())
        : String.format(
            Locale.UK,
            "%s, each run %,d to %,d times: %,d to %,d runs",
            places,
            least,
            experiment.repeats().most(),
            (long) points * least,
            experiment.runs());
  }

  /// A name for an experiment, as in "Reached against fanout".
  static String title(List<Measure> measures, List<Parameter> axes) {
    String what = measures.isEmpty() ? "Runs" : name(measures.getFirst());
    List<String> against =
        axes.stream()
            .map(SweepWords::name)
            .map(name -> name.replaceFirst(",.*", "").toLowerCase(Locale.ROOT))
            .toList();
    return against.isEmpty() ? what : what + " against " + String.join(" and ", against);
  }
}
