package p2pgossip.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;

/// Plays a [Recorded] session: the network at any moment of it, and what happened between two
/// moments. Used by one thread at a time.
///
/// Creating one goes through the whole session once (a fraction of a second for 300,000
/// observations). After that, any move takes a few milliseconds at most: there is a keyframe every
/// few thousand observations, and a move starts from the nearest one before.
public final class Playback {

  private static final int SPACING = 4_096;

  private final List<Observation> observations;

  /// For each observation, the latest time of those up to it: observations from other machines come
  /// late, but the slider goes one way.
  private final Instant[] times;

  /// The network before each observation whose index is a multiple of the spacing.
  private final List<WholeNetwork> keyframes = new ArrayList<>();

  private WholeNetwork network;
  private int position;
  private Instant now;

  /// Starts at the end.
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

  /// The first moment; [Instant#EPOCH] if there is nothing to play.
  public Instant start() {
    return times.length == 0 ? Instant.EPOCH : times[0];
  }

  /// The last moment; [Instant#EPOCH] if there is nothing to play.
  public Instant end() {
    return times.length == 0 ? Instant.EPOCH : times[times.length - 1];
  }

  /// The moment that is shown, from start to end.
  public Instant now() {
    return now;
  }

  /// The network at [#now()]. After some moves it is another object; must not be changed.
  public WholeNetwork network() {
    return network;
  }

  /// How many observations were made by [#now()].
  public int position() {
    return position;
  }

  /// The number of all observations.
  public int size() {
    return times.length;
  }

  /// Moves to a moment, forward or back, within the ends.
  public void seek(Instant moment) {
    move(countBy(within(moment)), moment);
  }

  /// Advances to a later moment.
  ///
  /// @return the observations in between, in order; empty if the moment is not later
  public List<Observation> advance(Instant moment) {
    if (!moment.isAfter(now)) {
      return List.of();
    }
    int from = position;
    move(Math.max(from, countBy(moment)), moment);
    return observations.subList(from, position);
  }

  /// Advances to just after the next chosen observation.
  ///
  /// @return it; null, without a move, if none follows
  public @Nullable Observation next(Predicate<Observation> chosen) {
    for (int i = position; i < times.length; i++) {
      if (chosen.test(observations.get(i))) {
        move(i + 1, times[i]);
        return observations.get(i);
      }
    }
    return null;
  }

  /// Moves back to just before the last chosen observation, so that [#next] would return it again.
  ///
  /// @return it; null, without a move, if there is none
  public @Nullable Observation previous(Predicate<Observation> chosen) {
    for (int i = position - 1; i >= 0; i--) {
      if (chosen.test(observations.get(i))) {
        move(i, times[i]);
        return observations.get(i);
      }
    }
    return null;
  }

  /// Whether an observation is worth a step of its own: all but the beginnings of periods, and the
  /// outcomes of messages and questions that carry no rumour.
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
