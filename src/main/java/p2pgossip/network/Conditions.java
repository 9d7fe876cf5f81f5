package p2pgossip.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Spreading;

/// The conditions under which a rumour spread. Immutable.
///
/// @param run in which it was told; null if it was told in no announced run
/// @param settings under which it was heard: first those of its origin when it was told; each of
///     the others was new when a peer heard it. Empty if no peer has shown its settings
/// @param mixed whether a peer heard it under earlier settings after another had under later ones
/// @param faults that were in force while it spread, in the order in which they began
/// @param pauses during which all peers that could carry it were paused, in order
public record Conditions(
    @Nullable Run run,
    List<InForce> settings,
    boolean mixed,
    List<FaultSpan> faults,
    List<Pause> pauses) {

  /// Conditions that are not known.
  public static final Conditions UNKNOWN =
      new Conditions(null, List.of(), false, List.of(), List.of());

  /// Further entries are left out.
  private static final int MOST = 200;

  public Conditions {
    settings = List.copyOf(settings);
    faults = List.copyOf(faults);
    pauses = List.copyOf(pauses);
  }

  /// Settings under which the rumour was heard.
  ///
  /// @param from when they first applied
  /// @param period between the periods of a peer
  public record InForce(Instant from, Spreading spreading, Duration period) {}

  /// A fault in force.
  ///
  /// @param from not before the rumour's birth
  /// @param until null while it continues
  public record FaultSpan(Fault<PeerAddress> fault, Instant from, @Nullable Instant until) {}

  /// A time during which all were paused.
  ///
  /// @param until null while it continues
  public record Pause(Instant from, @Nullable Instant until) {}

  static Conditions in(@Nullable Run run) {
    return new Conditions(run, List.of(), false, List.of(), List.of());
  }

  boolean isPaused() {
    return !pauses.isEmpty() && pauses.getLast().until() == null;
  }

  /// A peer heard it under these settings.
  Conditions heardUnder(Instant at, Spreading spreading, Duration period) {
    if (!settings.isEmpty() && isOf(settings.getLast(), spreading, period)) {
      return this;
    }
    if (settings.stream().anyMatch(it -> isOf(it, spreading, period))) {
      return mixed ? this : new Conditions(run, settings, true, faults, pauses);
    }
    return withSettings(new InForce(at, spreading, period));
  }

  /// A peer's period has changed while the rumour spread.
  Conditions periodChanged(Instant at, Duration before, Duration after) {
    if (settings.isEmpty() || !settings.getLast().period().equals(before) || before.equals(after)) {
      return this;
    }
    return withSettings(new InForce(at, settings.getLast().spreading(), after));
  }

  private static boolean isOf(InForce it, Spreading spreading, Duration period) {
    return it.spreading().equals(spreading) && it.period().equals(period);
  }

  private Conditions withSettings(InForce more) {
    return settings.size() >= MOST
        ? this
        : new Conditions(run, with(settings, more), mixed, faults, pauses);
  }

  /// From now on these faults are in force, and no others.
  Conditions withFaults(Instant at, List<Fault<PeerAddress>> inForce) {
    List<FaultSpan> spans = new ArrayList<>();
    List<Fault<PeerAddress>> beginning = new ArrayList<>(inForce);
    for (FaultSpan span : faults) {
      boolean goesOn = span.until() == null && beginning.remove(span.fault());
      spans.add(
          goesOn || span.until() != null ? span : new FaultSpan(span.fault(), span.from(), at));
    }
    for (Fault<PeerAddress> fault : beginning) {
      if (spans.size() < MOST) {
        spans.add(new FaultSpan(fault, at, null));
      }
    }
    return spans.equals(faults) ? this : new Conditions(run, settings, mixed, spans, pauses);
  }

  Conditions paused(Instant at) {
    return isPaused() || pauses.size() >= MOST
        ? this
        : new Conditions(run, settings, mixed, faults, with(pauses, new Pause(at, null)));
  }

  Conditions resumed(Instant at) {
    if (!isPaused()) {
      return this;
    }
    List<Pause> ended = new ArrayList<>(pauses);
    ended.set(ended.size() - 1, new Pause(pauses.getLast().from(), at));
    return new Conditions(run, settings, mixed, faults, ended);
  }

  /// The conditions that applied to what happened until then.
  Conditions until(Instant last) {
    return new Conditions(
        run,
        settings.stream().filter(it -> !it.from().isAfter(last)).toList(),
        mixed,
        faults.stream().filter(it -> !it.from().isAfter(last)).toList(),
        pauses.stream().filter(it -> !it.from().isAfter(last)).toList());
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
