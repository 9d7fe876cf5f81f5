package p2pgossip.ui.spread;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.SpreadFigures;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.figure.Figure;
import p2pgossip.ui.figure.NamedFigure;

/// The figures of a spread, in the order shown: each with its name, its definition and how it is
/// written.
final class SpreadFigure {

  static final Figure<SpreadFigures> REACHED =
      new NamedFigure<>(
          "REACHED",
          "Peers reached",
          "Peers that have heard the rumour, its first peer among them, of all peers there"
              + " are (n).",
          figures ->
              Wording.count(figures.reached()) + " of " + Wording.count(figures.population()));

  static final Figure<SpreadFigures> T50 =
      new NamedFigure<>(
          "T50",
          "Half (t50)",
          "Time from the telling until half of the peers had heard it. – while fewer have. Pauses"
              + " do not count.",
          figures -> time(figures.t50()));

  static final Figure<SpreadFigures> T99 =
      new NamedFigure<>(
          "T99",
          "99 % (t99)",
          "Time from the telling until 99 of 100 peers had heard it, rounded up to whole peers. –"
              + " while fewer have. Pauses do not count.",
          figures -> time(figures.t99()));

  static final Figure<SpreadFigures> T_LAST =
      new NamedFigure<>(
          "T_LAST",
          "Last (t_last)",
          "Time from the telling until the last peer that has heard it so far had. Pauses do"
              + " not count.",
          figures -> time(figures.tLast()));

  static final Figure<SpreadFigures> COPIES_TO_LAST_PER_PEER =
      new NamedFigure<>(
          "COPIES_TO_LAST_PER_PEER",
          "To last, per peer",
          "Copies that had been sent when the last peer that has heard it heard it, divided by"
              + " the number of peers. The cost to compare by: what is sent later, to nobody's use,"
              + " depends on how long one waits.",
          figures -> Wording.decimal(figures.copiesToLastPerPeer()));

  static final Figure<SpreadFigures> COPIES_TO_LAST =
      new NamedFigure<>(
          "COPIES_TO_LAST",
          "Copies to last",
          "Copies of the rumour, of all peers, that had been sent when the last peer that has"
              + " heard it heard it.",
          figures -> Wording.count(figures.copiesToLast()));

  static final Figure<SpreadFigures> REDUNDANCY_TO_LAST =
      new NamedFigure<>(
          "REDUNDANCY_TO_LAST",
          "Redundancy, last",
          "As redundancy, but of the copies that had been sent when the last peer that has"
              + " heard it heard it.",
          figures -> Wording.decimal(figures.redundancyToLast()));

  static final Figure<SpreadFigures> COPIES_PER_PEER =
      new NamedFigure<>(
          "COPIES_PER_PEER",
          "In all, per peer",
          "Copies of the rumour sent in all (m), also after the last has heard it, divided by the"
              + " number of peers (n): m/n.",
          figures -> Wording.decimal(figures.copiesPerPeer()));

  static final Figure<SpreadFigures> COPIES =
      new NamedFigure<>(
          "COPIES",
          "Copies in all",
          "Copies of the rumour sent in all, by all peers, also after the last has heard it: m.",
          figures -> Wording.count(figures.copies()));

  static final Figure<SpreadFigures> DUPLICATES =
      new NamedFigure<>(
          "DUPLICATES",
          "Duplicates",
          "Copies that came to a peer which knew the rumour already.",
          figures -> Wording.count(figures.duplicates()));

  static final Figure<SpreadFigures> BUSIEST_TENTH =
      new NamedFigure<>(
          "BUSIEST_TENTH",
          "Busiest tenth",
          "The share of the copies that the busiest tenth of the peers sent, that tenth rounded up"
              + " to a whole peer: about 10 % if all peers send alike. – while no copy has been"
              + " sent. Copies from unknown peers are left out.",
          figures -> percent(figures.busiestTenth()));

  static final Figure<SpreadFigures> LOST =
      new NamedFigure<>(
          "LOST", "Lost", "Copies that never arrived.", figures -> Wording.count(figures.lost()));

  static final Figure<SpreadFigures> REDUNDANCY =
      new NamedFigure<>(
          "REDUNDANCY",
          "Redundancy",
          "Relative message redundancy: m/(reached - 1) - 1. 0 in a perfect tree, where every copy"
              + " is news; 1 when one copy in two was superfluous (Leitão, Pereira, Rodrigues"
              + " 2007).",
          figures -> Wording.decimal(figures.redundancy()));

  static final Figure<SpreadFigures> LONGEST_HOPS =
      new NamedFigure<>(
          "LONGEST_HOPS",
          "Longest hops",
          "The most peers that passed on a copy until it came to one that did not know it.",
          figures -> Wording.count(figures.longestHops()));

  static final Figure<SpreadFigures> MEAN_HOPS =
      new NamedFigure<>(
          "MEAN_HOPS",
          "Mean hops",
          "How many peers passed on the first copy that came to each peer, on average over all but"
              + " the one that told it.",
          figures -> Wording.decimal(figures.meanHops()));

  /// In the order shown.
  static final List<Figure<SpreadFigures>> ALL =
      List.of(
          REACHED,
          T50,
          T99,
          T_LAST,
          COPIES_TO_LAST_PER_PEER,
          COPIES_TO_LAST,
          REDUNDANCY_TO_LAST,
          COPIES_PER_PEER,
          COPIES,
          DUPLICATES,
          BUSIEST_TENTH,
          LOST,
          REDUNDANCY,
          LONGEST_HOPS,
          MEAN_HOPS);

  private SpreadFigure() {}

  static String percent(double share) {
    return Double.isNaN(share) ? Wording.NONE : Math.round(share * 100) + " %";
  }

  private static String time(@Nullable Duration time) {
    return time == null ? Wording.NONE : Wording.duration(time);
  }
}
