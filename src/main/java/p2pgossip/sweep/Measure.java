package p2pgossip.sweep;

import java.util.List;
import java.util.Locale;

/// What is measured of a run. Times are rounds on arrays, else seconds.
public enum Measure {
  /// The share of the peers that have heard the rumour, 0 to 1.
  REACHED(true, true),
  /// The share that has not.
  RESIDUE(true, true),
  /// Until half of the peers had heard it.
  T50(true, true),
  /// Until 99 of 100 had.
  T99(true, true),
  /// Until the last of the peers reached heard it.
  T_LAST(true, true),
  /// Copies sent, divided by the number of peers.
  COPIES_PER_PEER(true, true),
  /// Copies and questions, divided by the number of peers.
  CONTACTS_PER_PEER(true, false),
  /// Copies that reached a peer that knew the rumour, divided by the number of peers.
  DUPLICATES_PER_PEER(false, true),
  /// Copies for each peer reached besides the first, less 1: 0 in a perfect tree.
  REDUNDANCY(true, true),
  /// The most hops of any first copy.
  LONGEST_HOPS(false, true),
  /// The mean hops of the first copies.
  MEAN_HOPS(false, true),
  /// The share of the copies that the busiest tenth of the peers has sent.
  BUSIEST_TENTH(false, true),
  /// Requests that a peer sends per second of the run, of all kinds: copies, questions, sentences
  /// and upkeep. On arrays, copies told and questions, if a round takes a second.
  MESSAGES_PER_PEER_SECOND(true, true),
  /// The bytes of those requests and their answers. On arrays, of as many messages of the stated
  /// size.
  BYTES_PER_PEER_SECOND(true, true);

  /// In their order.
  public static final List<Measure> ALL = List.of(values());

  private final boolean onArrays;
  private final boolean inScenarios;

  Measure(boolean onArrays, boolean inScenarios) {
    this.onArrays = onArrays;
    this.inScenarios = inScenarios;
  }

  /// Its place among all, from 0.
  public int place() {
    return ALL.indexOf(this);
  }

  /// The name in files.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it can be measured at a scale.
  public boolean isKnownAt(Scale scale) {
    return scale.playsScenarios() ? inScenarios : onArrays;
  }

  /// Those that can be measured at a scale.
  public static List<Measure> at(Scale scale) {
    return ALL.stream().filter(measure -> measure.isKnownAt(scale)).toList();
  }
}
