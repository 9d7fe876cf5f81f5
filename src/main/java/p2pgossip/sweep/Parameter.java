package p2pgossip.sweep;

import java.util.List;
import java.util.Locale;

/// What an experiment can vary.
public enum Parameter {
  PEERS(true),
  TOPOLOGY(false),
  STRATEGY(false),
  FANOUT(true),
  INTEREST(false),
  HOP_LIMIT(true),
  FORWARDING(false),
  /// The chance that a message gets lost.
  LOSS(true),
  /// The chance that a peer crashes; on arrays only.
  CRASH(true),
  /// After which round peers crash; on arrays only.
  CRASH_AFTER(true),
  /// In seconds; in scenarios only.
  PERIOD(true),
  /// Of each message, in seconds; in scenarios in virtual time only.
  LATENCY(true),
  /// Peers that leave, and as many that join, per minute; in scenarios only.
  CHURN(true),
  /// The size of a message with its answer; on arrays only.
  MESSAGE_BYTES(true);

  /// In their order.
  public static final List<Parameter> ALL = List.of(values());

  private final boolean number;

  Parameter(boolean number) {
    this.number = number;
  }

  /// Its place among all, from 0.
  public int place() {
    return ALL.indexOf(this);
  }

  /// The name in files.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether its values are numbers; else they are words.
  public boolean isNumber() {
    return number;
  }
}
