package p2pgossip.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;

/// Plays a [Recorded] session: how the network stood at any moment of it, and what happened from
/// one to another. Used by one thread at a time.
///
/// Making one goes through all of it once (a fraction of a second for 300,000 observations), so
/// that any move later is a matter of a few milliseconds at most: there is a keyframe every few
/// thousand observations, and a move starts from the nearest one before.
public final class Playback {

  private static final int SPACING = 4_096;

  private final List<Observation> observations;

  /// Of each observation, the latest moment of those up to it: news from far away comes late, but
  /// the slider goes one way.
  private final Instant[] times;

  /// How the network stood before each observation whose index is a multiple of the spacing.
  private final List<WholeNetwork> keyframes = new ArrayList<>();

  private WholeNetwork network;
  private int position;
  private Instant now;

  /// Stands at the end.
  public Playback(Recorded recorded) {
    observations = recorded.observations();
    times = new Instant[observations.size()];
    network = new WholeNetwork();
    recorded.opening().forEach(network::note);
    Instant latest = recorded.isEmpty() ? Instant.EPOCH : recorded.start();
    for (int i = 0; i < times.length; i++) {
      if (i % SPACING == 0) {
        keyframes.add(network.copy());
      }
      Observation observation = observations.get(i);
      network.note(observation);
      latest = observation.at().isAfter(latest) ? observation.at() : latest;
      times[i] = latest;
    }
    position = times.length;
    now = latest;
  }

  /// The first moment; [Instant#EPOCH] where there is nothing to play.
  public Instant start() {
    return times.length == 0 ? Instant.EPOCH : times[0];
  }

  /// The last moment; [Instant#EPOCH] where there is nothing to play.
  public Instant end() {
    return times.length == 0 ? Instant.EPOCH : times[times.length - 1];
  }

  /// The moment that is shown, from start to end.
  public Instant now() {
    return now;
  }

  /// How the network stood at [#now()]. Another object after some moves; not to be changed.
  public WholeNetwork network() {
    return network;
  }

  /// How many observations were made by [#now()].
  public int position() {
    return position;
  }

  /// How many there are in all.
  public int size() {
    return times.length;
  }

  /// Goes to a moment, forward or back. Beyond the ends, it goes to the end.
  public void seek(Instant moment) {
    move(countBy(within(moment)), moment);
  }

  /// Goes on to a later moment.
  ///
  /// @return what was passed over, in order; empty where the moment is not later
  public List<Observation> advance(Instant moment) {
    if (!moment.isAfter(now)) {
      return List.of();
    }
    int from = position;
    move(Math.max(from, countBy(moment)), moment);
    return observations.subList(from, position);
  }

  /// Goes on to just after the next observation that is chosen.
  ///
  /// @return it; null, and nothing moved, where none follows
  public @Nullable Observation next(Predicate<Observation> chosen) {
    for (int i = position; i < times.length; i++) {
      if (chosen.test(observations.get(i))) {
        move(i + 1, times[i]);
        return observations.get(i);
      }
    }
    return null;
  }

  /// Goes back to just before the last observation that is chosen, so that [#next] would come to it
  /// again.
  ///
  /// @return it; null, and nothing moved, where there is none
  public @Nullable Observation previous(Predicate<Observation> chosen) {
    for (int i = position - 1; i >= 0; i--) {
      if (chosen.test(observations.get(i))) {
        move(i, times[i]);
        return observations.get(i);
      }
    }
    return null;
  }

  /// What is worth a step of its own: all but the beginnings of periods, and how messages and
  /// questions fared that carry no rumour.
  public static boolean matters(Observation observation) {
    return switch (observation) {
      case Observation.Happened(var _, var _, GossipEvent event) ->
          switch (event) {
            case GossipEvent.PeriodBegan _,
                GossipEvent.MessageSent _,
                GossipEvent.MessageDelivered _,
                GossipEvent.MessageSkipped _,
                GossipEvent.MessageReceived _,
                GossipEvent.CopyDelivered _,
                GossipEvent.RumorsAsked _,
                GossipEvent.RumorsAnswered _,
                GossipEvent.PeersReported _,
                GossipEvent.ReportsEnded _ ->
                false;
            default -> true;
          };
      case Observation.Seen _, Observation.RumorRecalled _ -> false;
      case Observation.LostSight _,
          Observation.FaultsChanged _,
          Observation.RunBegan _,
          Observation.RunEnded _ ->
          true;
    };
  }

  private void move(int to, Instant moment) {
    boolean near = to >= position && to - position <= SPACING;
    if (!near && times.length > 0) {
      int keyframe = Math.min(to / SPACING, keyframes.size() - 1);
      network = keyframes.get(keyframe).copy();
      position = keyframe * SPACING;
    }
    for (; position < to; position++) {
      network.note(observations.get(position));
    }
    now = within(moment);
    network.age(now);
  }

  private Instant within(Instant moment) {
    if (moment.isBefore(start())) {
      return start();
    }
    return moment.isAfter(end()) ? end() : moment;
  }

  /// How many observations were made by `moment`.
  private int countBy(Instant moment) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle].isAfter(moment)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
