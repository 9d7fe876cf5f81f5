package p2pgossip.net.password;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import p2pgossip.gossip.Source;

/// Decides when a caller that has not proven that it knows the password may try to. Time is passed
/// in as a value.
///
/// A source without a recent wrong try may try at once, [#MOST_AT_ONCE] at a time. After a wrong
/// try it may try only after a pause, which grows from a quarter of a second to two seconds; a try
/// that was broken off counts as wrong. Only a minute without a wrong try makes the pause shorter.
/// Callers that come in the meantime wait, and **one of them, chosen at random, goes next**, so
/// that a caller that knows the password gets its turn beside one that guesses. At most
/// [#GUESSES_A_DAY] guesses a day come from one source.
///
/// Bounded: [#MOST_WAITING_OF_SOURCE] wait of a source and [#MOST_WAITING] in all. When it is full,
/// a newcomer takes the place of a random one of the source with the most that wait, or is refused.
/// Not thread-safe.
///
/// @param <W> a caller that wants to try
public final class Turns<W> {

  static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /// How long a wrong try counts.
  static final Duration MEMORY = Duration.ofMinutes(1);

  /// A caller that has waited this long in vain is refused.
  static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  static final int MOST_AT_ONCE = 8;
  static final int MOST_WAITING_OF_SOURCE = 16;
  static final int MOST_WAITING = 64;

  /// One after each pause of [#LONGEST_PAUSE], and once those that may begin together: waiting out
  /// a quiet minute to try that many at once again costs more than it gains.
  static final int GUESSES_A_DAY = 43_200 + 2 * MOST_AT_ONCE;

  private static final int MOST_SOURCES = 1_024;
  private static final int MOST_DOUBLINGS = 3;

  private final RandomGenerator random;

  // The source that has been quiet the longest comes first.
  private final SequencedMap<Source, State<W>> bySource = new LinkedHashMap<>();
  private int waiting;

  private static final class State<W> {

    private final List<Waiting<W>> queue = new ArrayList<>();
    private int failures;
    private long lastFailure;
    private long notBefore;
    private int underWay;

    private boolean isAtRest(long now) {
      return queue.isEmpty() && underWay == 0 && !isGuarded(now);
    }

    private boolean isGuarded(long now) {
      return failures > 0 && now - lastFailure < MEMORY.toNanos();
    }

    private boolean mayBegin(long now) {
      return underWay < MOST_AT_ONCE && (!isGuarded(now) || now - notBefore >= 0);
    }

    private void begin(long now) {
      underWay++;
      if (isGuarded(now)) {
        notBefore = now + pause().toNanos();
      }
    }

    private void fail(long now) {
      failures = isGuarded(now) ? failures + 1 : 1;
      lastFailure = now;
      notBefore = now + pause().toNanos();
    }

    private Duration pause() {
      Duration pause =
          FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(0, failures - 1), MOST_DOUBLINGS));
      return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
  }

  private record Waiting<W>(W who, long since) {}

  /// What must be done now.
  ///
  /// @param go may try; [#ended] must be called for each of them
  /// @param refused must be told to try again later
  public record Outcome<W>(List<W> go, List<W> refused) {}

  /// @param random chooses which caller goes next
  public Turns(RandomGenerator random) {
    this.random = random;
  }

  /// A caller wants to try.
  ///
  /// @param now in nanoseconds, by a clock that never goes backwards
  public Outcome<W> arrived(Source source, W who, long now) {
    Outcome<W> outcome = new Outcome<>(new ArrayList<>(), new ArrayList<>());
    State<W> state = touched(source, now);
    if (state.queue.isEmpty() && state.mayBegin(now)) {
      state.begin(now);
      outcome.go().add(who);
    } else {
      seat(state, new Waiting<>(who, now), outcome);
    }
    return outcome;
  }

  private State<W> touched(Source source, long now) {
    State<W> known = bySource.remove(source);
    State<W> state = known == null ? new State<>() : known;
    bySource.putLast(source, state);
    if (bySource.size() > MOST_SOURCES) {
      forgetOne(now);
    }
    return state;
  }

  /// Forgets a source that is at rest, if there is one, else the one that has been quiet the
  /// longest and has nobody waiting.
  private void forgetOne(long now) {
    Source forgotten = null;
    for (var entry : bySource.entrySet()) {
      if (entry.getValue().isAtRest(now)) {
        forgotten = entry.getKey();
        break;
      }
      if (forgotten == null && entry.getValue().queue.isEmpty()) {
        forgotten = entry.getKey();
      }
    }
    if (forgotten != null) {
      bySource.remove(forgotten);
    }
  }

  private void seat(State<W> state, Waiting<W> newcomer, Outcome<W> outcome) {
    State<W> crowded = null;
    if (state.queue.size() >= MOST_WAITING_OF_SOURCE) {
      crowded = state;
    } else if (waiting >= MOST_WAITING) {
      crowded = mostWaiting();
    }
    if (crowded == null) {
      state.queue.add(newcomer);
      waiting++;
      return;
    }
    // The newcomer is drawn for together with those that wait, so that no order of arrival wins.
    int drawn = random.nextInt(crowded.queue.size() + (crowded == state ? 1 : 0));
    if (drawn == crowded.queue.size()) {
      outcome.refused().add(newcomer.who());
    } else {
      outcome.refused().add(crowded.queue.remove(drawn).who());
      state.queue.add(newcomer);
    }
  }

  private State<W> mostWaiting() {
    State<W> most = bySource.firstEntry().getValue();
    for (State<W> state : bySource.values()) {
      if (state.queue.size() > most.queue.size()) {
        most = state;
      }
    }
    return most;
  }

  /// A try has ended.
  ///
  /// @param right whether the password was proven; a try that was broken off is wrong
  public Outcome<W> ended(Source source, boolean right, long now) {
    State<W> state = touched(source, now);
    state.underWay = Math.max(0, state.underWay - 1);
    if (!right) {
      state.fail(now);
    }
    return proceed(now);
  }

  /// Lets callers go whose turn has come, and refuses those that have waited too long.
  public Outcome<W> proceed(long now) {
    Outcome<W> outcome = new Outcome<>(new ArrayList<>(), new ArrayList<>());
    for (State<W> state : bySource.values()) {
      state.queue.removeIf(
          waiter -> {
            boolean tooLong = now - waiter.since() >= LONGEST_WAIT.toNanos();
            if (tooLong) {
              waiting--;
              outcome.refused().add(waiter.who());
            }
            return tooLong;
          });
      while (!state.queue.isEmpty() && state.mayBegin(now)) {
        state.begin(now);
        waiting--;
        outcome.go().add(state.queue.remove(random.nextInt(state.queue.size())).who());
      }
    }
    return outcome;
  }

  /// Whether any caller waits, so that [#proceed] must be called soon.
  public boolean hasWaiting() {
    return waiting > 0;
  }
}
