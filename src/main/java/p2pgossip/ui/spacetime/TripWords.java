package p2pgossip.ui.spacetime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.CopyTrip;
import p2pgossip.ui.chart.Wording;

/// What the diagram says of a copy and of a peer.
final class TripWords {

  private TripWords() {}

  /// All of the diagram in a line.
  static String of(@Nullable Diagram diagram, @Nullable CopyTrip selected) {
    if (diagram == null) {
      return "Space-time diagram: no rumour";
    }
    String whole =
        "Space-time diagram, %s peers, %s copies"
            .formatted(diagram.lanes().count(), diagram.arrows().size());
    if (selected == null) {
      return whole;
    }
    String details = details(selected, diagram.birth());
    return whole
        + "; selected: "
        + title(selected, diagram.lanes())
        + ", "
        + details.replace("\n", ", ");
  }

  static String title(CopyTrip trip, Lanes lanes) {
    return lanes.called(trip.from()) + " → " + lanes.called(trip.to());
  }

  static String details(CopyTrip trip, Instant born) {
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (trip.fate()) {
          case UNDER_WAY -> "Under way";
          case NEWS -> "News: the first copy that came there";
          case DUPLICATE -> "Duplicate: it was known there";
          case ARRIVED -> "Arrived; whether it was news is not known";
          case LOST -> "Lost";
        });
    lines.add("sent after " + since(born, trip.sent()) + took(trip));
    lines.add(trip.hops() == 1 ? "1 hop" : trip.hops() + " hops");
    return String.join("\n", lines);
  }

  static String details(@Nullable Arrival arrival, Instant born, Lanes lanes) {
    if (arrival == null) {
      return "has not heard it";
    }
    List<String> lines = new ArrayList<>();
    PeerAddress from = arrival.from();
    if (arrival.hops() == 0 && from == null) {
      lines.add("told it first");
    } else {
      lines.add("heard it after " + since(born, arrival.at()));
      lines.add(
          (from == null ? "" : "from " + lanes.called(from) + ", ") + "hop " + arrival.hops());
    }
    if (arrival.repeats() > 0) {
      lines.add("and " + Wording.count(arrival.repeats()) + " times more");
    }
    return String.join("\n", lines);
  }

  private static String took(CopyTrip trip) {
    Instant ended = trip.ended();
    if (ended == null || !ended.isAfter(trip.sent())) {
      return "";
    }
    return ", took " + Wording.duration(Duration.between(trip.sent(), ended));
  }

  private static String since(Instant born, Instant at) {
    Duration since = Duration.between(born, at);
    return Wording.duration(since.isNegative() ? Duration.ZERO : since);
  }
}
