package p2pgossip.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.Arrival;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.Spread;

/// The marks of one rumour: when half of the peers had heard it, when all had, and when it went no
/// further.
public final class RumorMarks {

  private RumorMarks() {}

  /// In the order of their times.
  public static List<Mark> of(MeasuredSpread measured) {
    List<Mark> marks = new ArrayList<>();
    int population = measured.figures().population();
    Instant half = heardBy(measured.spread(), (population + 1) / 2);
    if (half != null && population > 2) {
      marks.add(new Mark(half, Mark.Kind.HALF, "half have heard"));
    }
    switch (measured.phase()) {
      case COMPLETE -> {
        Instant all = heardBy(measured.spread(), population);
        if (all != null) {
          marks.add(new Mark(all, Mark.Kind.ALL, "all have heard"));
        }
      }
      case STUCK, CUT_OFF -> {
        Duration last = measured.lastEvent();
        marks.add(new Mark(measured.birth().plus(last), Mark.Kind.STOPPED, "it went no further"));
      }
      case SPREADING -> {
        // Nothing is settled yet.
      }
    }
    return marks;
  }

  /// When that many peers had heard it; null if fewer have.
  private static @Nullable Instant heardBy(Spread spread, int peers) {
    List<Instant> times = spread.arrivals().values().stream().map(Arrival::at).sorted().toList();
    return peers < 1 || times.size() < peers ? null : times.get(peers - 1);
  }
}
