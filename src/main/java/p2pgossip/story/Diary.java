package p2pgossip.story;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Arrival;
import p2pgossip.network.Conditions;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Spread;

/// What one peer has done with a rumour, in plain sentences.
public final class Diary {

  /// The most peers that are named one by one. Of more, only the number is told.
  private static final int NAMED = 4;

  private Diary() {}

  /// Whom it has told with what result, and whether it still passes the rumour on. Empty if it has
  /// not heard it.
  ///
  /// @param label what a peer is called on the screen
  public static List<String> of(
      Spread spread, PeerAddress peer, Function<PeerAddress, String> label) {
    Arrival arrival = spread.arrivals().get(peer);
    if (arrival == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    told(spread, peer, label, lines);
    String attitude = attitude(spread, arrival);
    if (attitude != null) {
      lines.add(attitude);
    }
    return lines;
  }

  private static void told(
      Spread spread, PeerAddress peer, Function<PeerAddress, String> label, List<String> lines) {
    Map<CopyTrip.Fate, List<PeerAddress>> by = new EnumMap<>(CopyTrip.Fate.class);
    for (CopyTrip trip : spread.trips()) {
      if (trip.from().equals(peer)) {
        by.computeIfAbsent(trip.fate(), _ -> new ArrayList<>()).add(trip.to());
      }
    }
    by.forEach((fate, to) -> lines.add(told(fate, to, label)));
  }

  private static String told(
      CopyTrip.Fate fate, List<PeerAddress> to, Function<PeerAddress, String> label) {
    Map<PeerAddress, Long> each =
        to.stream()
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    String whom =
        each.size() > NAMED
            ? to.size() + " times"
            : each.entrySet().stream()
                .map(it -> label.apply(it.getKey()) + times(it.getValue()))
                .collect(Collectors.joining(", "));
    return switch (fate) {
      case NEWS -> "Told " + whom + ", where it was news.";
      case DUPLICATE -> "Told " + whom + ", where it was known.";
      case ARRIVED -> "Told " + whom + ".";
      case LOST -> "Told " + whom + ", but it was lost on the way.";
      case UNDER_WAY -> "Told " + whom + "; it is on its way.";
    };
  }

  private static String times(long count) {
    return count == 1 ? "" : " (" + count + " times)";
  }

  private static @Nullable String attitude(Spread spread, Arrival arrival) {
    List<Conditions.InForce> settings = spread.conditions().settings();
    Spreading spreading = settings.isEmpty() ? null : settings.getLast().spreading();
    if (spreading == null) {
      return null;
    }
    if (arrival.hops() >= spreading.hopLimit()) {
      return "Does not pass it on: it came over as many hops as it may make.";
    }
    Strategy.Carried carried = spreading.strategy().carried();
    if (carried == Strategy.Carried.BY_THE_ORIGIN_UNTIL_ALL_ARE_TOLD) {
      return arrival.peer().equals(spread.rumor().origin())
          ? null
          : "Does not pass it on: only the peer at which it began does.";
    }
    if (carried == Strategy.Carried.UNTIL_PASSED_ON) {
      return null;
    }
    if (spread.isOver()) {
      return arrival.spreading() ? null : "Lost interest in it.";
    }
    return arrival.spreading() ? "Still passes it on." : "Has lost interest in it.";
  }
}
