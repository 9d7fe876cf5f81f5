package p2pgossip.ui.graph.motion;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// Something on its way from one peer to another, as it is seen. Answers on one machine come within
/// a millisecond, far too soon to see, so the travel takes [#TRAVEL_SECONDS] at least; one of which
/// it is not known yet what becomes of it waits before its target.
final class Flight {

  // Just short of eight beats, and the pulse of five: each beat is a frame, and none is to be drawn
  // for a last hundredth.
  static final double TRAVEL_SECONDS = 0.47;
  static final double CROSS_SECONDS = 1.1;
  static final double PULSE_SECONDS = 0.29;
  static final double NEWS_SECONDS = 0.7;
  static final double DUPLICATE_SECONDS = 0.6;

  /// Where one waits for its answer, as a part of the way.
  private static final double WAITING_AT = 0.8;

  private static final double FAILS_FROM = 0.5;

  /// An answer that never comes must not leave a dot standing for ever.
  private static final double MAX_WAIT_SECONDS = 30;

  /// What travels.
  enum Kind {
    MESSAGE_OUT,
    MESSAGE_IN,
    /// Of a rumour.
    COPY,
    /// For rumours.
    QUESTION
  }

  /// What is seen of it.
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

  /// @param key by which it is heard of again; null where nothing more is to be heard
  Flight(Kind kind, @Nullable Object key, PeerAddress from, PeerAddress to) {
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

  /// Whether it is worth something where it arrives; false as long as that is not known.
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

  /// How much of the way it has come, 0 to 1, starting and stopping softly.
  double progress() {
    return way * way * (3 - 2 * way);
  }

  /// How much of its present stage is over, 0 to 1; of the travel, [#progress].
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
  /// @param pace of the travel; the rest takes its own time
  void advance(double seconds, double pace) {
    if (stage != Stage.TRAVELLING) {
      age += seconds;
      return;
    }
    // The slower it travels, the later it may be too late.
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
