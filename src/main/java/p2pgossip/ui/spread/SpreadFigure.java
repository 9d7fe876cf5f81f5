package p2pgossip.ui.spread;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.SpreadFigures;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.figure.Figure;

/// The figures of a spread, in the order shown: each with its name, its definition and how it is
/// written.
enum SpreadFigure implements Figure<SpreadFigures> {
  REACHED(
      "Peers reached",
      "Peers that have heard the rumour, the one that told it among them, of all peers there are"
          + " (n).",
      figures -> Wording.count(figures.reached()) + " of " + Wording.count(figures.population())),
  T50(
      "Half (t50)",
      "Time from the telling until half of the peers had heard it. – while fewer have. Pauses do"
          + " not count.",
      figures -> time(figures.t50())),
  T99(
      "99 % (t99)",
      "Time from the telling until 99 of 100 peers had heard it, rounded up to whole peers. –"
          + " while fewer have. Pauses do not count.",
      figures -> time(figures.t99())),
  T_LAST(
      "Last (t_last)",
      "Time from the telling until the last of those who have heard it so far had. Pauses do not"
          + " count.",
      figures -> time(figures.tLast())),
  COPIES_TO_LAST_PER_PEER(
      "To last, per peer",
      "Copies that had been sent when the last of those who have heard it heard it, divided by the"
          + " number of peers. The cost to compare by: what is sent later, to nobody's use, depends"
          + " on how long one waits.",
      figures -> Wording.decimal(figures.copiesToLastPerPeer())),
  COPIES_TO_LAST(
      "Copies to last",
      "Copies of the rumour, of all peers, that had been sent when the last of those who have heard"
          + " it heard it.",
      figures -> Wording.count(figures.copiesToLast())),
  REDUNDANCY_TO_LAST(
      "Redundancy, last",
      "As redundancy, but of the copies that had been sent when the last of those who have heard it"
          + " heard it.",
      figures -> Wording.decimal(figures.redundancyToLast())),
  COPIES_PER_PEER(
      "In all, per peer",
      "Copies of the rumour sent in all (m), also after the last has heard it, divided by the"
          + " number of peers (n): m/n.",
      figures -> Wording.decimal(figures.copiesPerPeer())),
  COPIES(
      "Copies in all",
      "Copies of the rumour sent in all, by all peers, also after the last has heard it: m.",
      figures -> Wording.count(figures.copies())),
  DUPLICATES(
      "Duplicates",
      "Copies that came to a peer which knew the rumour already.",
      figures -> Wording.count(figures.duplicates())),
  BUSIEST_TENTH(
      "Busiest tenth",
      "The share of the copies that the busiest tenth of the peers sent, that tenth rounded up to a"
          + " whole peer: about 10 % if all peers send alike. – while no copy has been sent. Copies"
          + " from unknown peers are left out.",
      figures -> percent(figures.busiestTenth())),
  LOST("Lost", "Copies that never arrived.", figures -> Wording.count(figures.lost())),
  REDUNDANCY(
      "Redundancy",
      "Relative message redundancy: m/(reached - 1) - 1. 0 in a perfect tree, where every copy is"
          + " news; 1 when one copy in two was superfluous (Leitão, Pereira, Rodrigues 2007).",
      figures -> Wording.decimal(figures.redundancy())),
  LONGEST_HOPS(
      "Longest hops",
      "The most peers that passed on a copy until it came to one who did not know it.",
      figures -> Wording.count(figures.longestHops())),
  MEAN_HOPS(
      "Mean hops",
      "How many peers passed on the first copy that came to each peer, on average over all but the"
          + " one that told it.",
      figures -> Wording.decimal(figures.meanHops()));

  private final String words;
  private final String definition;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<SpreadFigures, String> written;

  SpreadFigure(String words, String definition, Function<SpreadFigures, String> written) {
    this.words = words;
    this.definition = definition;
    this.written = written;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public String definition() {
    return definition;
  }

  @Override
  public String of(SpreadFigures figures) {
    return written.apply(figures);
  }

  static String percent(double share) {
    return Double.isNaN(share) ? Wording.NONE : Math.round(share * 100) + " %";
  }

  private static String time(@Nullable Duration time) {
    return time == null ? Wording.NONE : Wording.duration(time);
  }
}
