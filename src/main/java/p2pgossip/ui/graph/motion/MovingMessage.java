package p2pgossip.ui.graph.motion;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// A message on its way from one peer to another, as it is seen. On one machine the answer comes
/// within a millisecond, too soon to see, so the way takes at least [#TRAVEL_SECONDS]. While the
/// outcome is not known, the message waits short of its target.
final class MovingMessage {

  // Just short of eight beats of the screen, and the pulse just short of five: a little more would
  // cost one frame more.
  static final double TRAVEL_SECONDS = 0.47;
  static final double CROSS_SECONDS = 1.1;
  static final double PULSE_SECONDS = 0.29;
  static final double NEWS_SECONDS = 0.7;
  static final double DUPLICATE_SECONDS = 0.6;

  /// Where a message waits for its answer, as a part of the way.
  private static final double WAITING_AT = 0.8;

  private static final double FAILS_FROM = 0.5;

  /// How long a message waits for an answer before it disappears.
  private static final double MAX_WAIT_SECONDS = 30;

  /// What kind of message it is.
  enum Kind {
    MESSAGE_OUT,
    MESSAGE_IN,
    /// A copy of a rumour.
    COPY,
    /// A question for rumours.
    QUESTION
  }

  /// How far it has come.
  enum Stage {
    TRAVELLING,
    ARRIVED,
    FAILED
  }

  private final Kind kind;
  private final @Nullable Object key;
  private final PeerAddress from;
  private final PeerAddress to;
  private Stage stage = Stage.TRAVELLING;
  private boolean delivered;
  private boolean failed;
  private boolean news;
  private double way;
  private double age;

  /// @param key names it when its outcome is reported; null if the outcome is known already
  MovingMessage(Kind kind, @Nullable Object key, PeerAddress from, PeerAddress to) {
    this.kind = kind;
    this.key = key;
    this.from = from;
    this.to = to;
  }

  Kind kind() {
    return kind;
  }

  @Nullable Object key() {
    return key;
  }

  PeerAddress from() {
    return from;
  }

  PeerAddress to() {
    return to;
  }

  Stage stage() {
    return stage;
  }

  /// Whether it is news to its receiver; false while that is not known.
  boolean isNews() {
    return news;
  }

  void deliver(boolean isNews) {
    delivered = true;
    news = isNews;
  }

  void fail() {
    failed = true;
  }

  /// How much of the way it has come, 0 to 1. It speeds up at the start and slows down at the end.
  double progress() {
    return way * way * (3 - 2 * way);
  }

  /// How much of its present stage is over, 0 to 1; while it travels, as [#progress].
  double faded() {
    return switch (stage) {
      case TRAVELLING -> progress();
      case ARRIVED -> Math.min(1, age / arrivalSeconds());
      case FAILED -> Math.min(1, age / CROSS_SECONDS);
    };
  }

  boolean isOver() {
    return switch (stage) {
      case TRAVELLING -> age > MAX_WAIT_SECONDS;
      case ARRIVED -> age >= arrivalSeconds();
      case FAILED -> age >= CROSS_SECONDS;
    };
  }

  private double arrivalSeconds() {
    return switch (kind) {
      case MESSAGE_OUT, MESSAGE_IN -> PULSE_SECONDS;
      case COPY -> news ? NEWS_SECONDS : DUPLICATE_SECONDS;
      case QUESTION -> 0;
    };
  }

  /// Lets time pass.
  ///
  /// @param pace how fast it travels; what follows its arrival is not affected
  void advance(double seconds, double pace) {
    if (stage != Stage.TRAVELLING) {
      age += seconds;
      return;
    }
    // In slow motion it waits longer for its answer, too.
    age += seconds * Math.min(1, pace);
    double step = seconds * pace / TRAVEL_SECONDS;
    way = Math.min(delivered ? 1 : Math.max(way, WAITING_AT), way + step);
    if (failed && way >= FAILS_FROM) {
      stage = Stage.FAILED;
      age = 0;
    } else if (delivered && way >= 1) {
      stage = Stage.ARRIVED;
      age = 0;
    }
  }
}
