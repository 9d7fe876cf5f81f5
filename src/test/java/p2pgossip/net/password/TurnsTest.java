package p2pgossip.net.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Source;

/// When which caller may try, in virtual time.
class TurnsTest {

  private static final Source HERE = Source.of(InetAddress.getLoopbackAddress());
  private static final Source THERE = Source.of(InetAddress.ofLiteral("10.0.0.7"));
  private static final long MILLI = 1_000_000;

  private final Turns<String> turns = new Turns<>(new SplittableRandom(42));
  private long now = Long.MAX_VALUE - 5_000 * MILLI;

  private void pass(Duration time) {
    now += time.toNanos();
  }

  /// A guesser guesses wrong as soon as it is its turn.
  private int guess(Turns.Outcome<String> outcome) {
    int guesses = 0;
    List<String> going = new ArrayList<>(outcome.go());
    while (!going.isEmpty()) {
      assertThat(going.removeFirst()).isEqualTo("guess");
      guesses++;
      going.addAll(turns.ended(HERE, false, now).go());
    }
    return guesses;
  }

  @Test
  void aSourceWithoutWrongGuessesNeedNotWait() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(turns.arrived(HERE, "peer", now).go()).containsExactly("peer");
      turns.ended(HERE, true, now);
    }
    assertThat(turns.hasWaiting()).isFalse();
  }

  @Test
  void simultaneousTriesAreBounded() {
    for (int i = 0; i < Turns.MOST_AT_ONCE; i++) {
      assertThat(turns.arrived(HERE, "peer", now).go()).hasSize(1);
    }
    assertThat(turns.arrived(HERE, "late", now).go()).isEmpty();
    assertThat(turns.ended(HERE, true, now).go()).containsExactly("late");
  }

  @Test
  void wrongTriesOfOneSourceDoNotAffectAnother() {
    guess(turns.arrived(HERE, "guess", now));
    assertThat(turns.arrived(HERE, "guess", now).go()).isEmpty();
    assertThat(turns.arrived(THERE, "peer", now).go()).containsExactly("peer");
  }

  @Test
  void pausesGrowToTwoSecondsAndAreForgottenAfterAQuietMinuteOnly() {
    int[] expected = {250, 500, 1_000, 2_000, 2_000, 2_000};
    guess(turns.arrived(HERE, "guess", now));
    for (int pause : expected) {
      assertThat(turns.arrived(HERE, "guess", now).go()).isEmpty();
      pass(Duration.ofMillis(pause).minusNanos(1));
      assertThat(turns.proceed(now).go()).isEmpty();
      pass(Duration.ofNanos(1));
      assertThat(guess(turns.proceed(now))).isEqualTo(1);
    }
    // The success of another source does not shorten it.
    pass(Duration.ofSeconds(2));
    assertThat(turns.arrived(HERE, "peer", now).go()).containsExactly("peer");
    turns.ended(HERE, true, now);
    assertThat(turns.arrived(HERE, "guess", now).go()).isEmpty();
    pass(Turns.MEMORY);
    turns.proceed(now);
    assertThat(turns.arrived(HERE, "guess", now).go()).hasSize(1);
  }

  /// Whatever the guesser does: as many as it can, all the time, or a burst after each quiet
  /// minute.
  @Test
  void noMoreGuessesADayAreAcceptedThanStated() {
    int flood = 0;
    for (int i = 0; i < 3_600 * 20; i++) {
      pass(Duration.ofMillis(50));
      flood += guess(turns.proceed(now));
      flood += guess(turns.arrived(HERE, "guess", now));
    }
    assertThat(24 * (flood - 2 * Turns.MOST_AT_ONCE)).isBetween(40_000, Turns.GUESSES_A_DAY);

    int bursts = 0;
    for (int minute = 0; minute < 60; minute++) {
      pass(Turns.MEMORY);
      List<String> begun = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        begun.addAll(turns.arrived(HERE, "guess", now).go());
      }
      bursts += begun.size();
      for (int i = 0; i < begun.size(); i++) {
        bursts += turns.ended(HERE, false, now).go().size();
      }
    }
    assertThat(24 * bursts).isLessThan(Turns.GUESSES_A_DAY);
  }

  /// As the client does: when refused, it comes again after 0.3 s.
  private Duration untilLetIn(Duration betweenGuesses, long seed) {
    Turns<String> door = new Turns<>(new SplittableRandom(seed));
    long time = 0;
    for (int i = 0; i < 10; i++) {
      door.arrived(HERE, "guess", time);
      door.ended(HERE, false, time);
    }
    long begun = time;
    long nextGuess = time;
    long nextCall = time;
    while (time - begun < Duration.ofHours(1).toNanos()) {
      List<Turns.Outcome<String>> outcomes = new ArrayList<>();
      outcomes.add(door.proceed(time));
      if (time >= nextGuess) {
        outcomes.add(door.arrived(HERE, "guess", time));
        nextGuess += betweenGuesses.toNanos();
      }
      if (time >= nextCall) {
        outcomes.add(door.arrived(HERE, "peer", time));
        nextCall = Long.MAX_VALUE;
      }
      while (!outcomes.isEmpty()) {
        Turns.Outcome<String> outcome = outcomes.removeFirst();
        if (outcome.go().contains("peer")) {
          return Duration.ofNanos(time - begun);
        }
        if (outcome.refused().contains("peer")) {
          nextCall = time + 300 * MILLI;
        }
        for (int i = 0; i < outcome.go().size(); i++) {
          outcomes.add(door.ended(HERE, false, time));
        }
      }
      time += 5 * MILLI;
    }
    return Duration.ofHours(1);
  }

  @Test
  void thePasswordIsAcceptedBesideOneGuessASecondFromTheSameMachine() {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(untilLetIn(Duration.ofSeconds(1), seed)).isLessThan(Duration.ofSeconds(60));
    }
  }

  @Test
  void thePasswordIsAcceptedBesideAFloodOfGuessesFromTheSameMachine() {
    for (int seed = 0; seed < 5; seed++) {
      assertThat(untilLetIn(Duration.ofMillis(10), seed)).isLessThan(Duration.ofMinutes(20));
    }
  }

  @Test
  void waitingCallersAreBoundedAndNoneWaitsForLong() {
    for (int i = 0; i < 100; i++) {
      Source source = Source.of(InetAddress.ofLiteral("10.0.1." + i));
      turns.arrived(source, "guess", now);
      turns.ended(source, false, now);
    }
    int refused = 0;
    int come = 0;
    for (int i = 0; i < 100; i++) {
      Source source = Source.of(InetAddress.ofLiteral("10.0.1." + i));
      for (int j = 0; j < 20; j++) {
        come++;
        refused += turns.arrived(source, "guess", now).refused().size();
      }
    }
    assertThat(come - refused).isEqualTo(Turns.MOST_WAITING);
    pass(Turns.LONGEST_WAIT);
    assertThat(turns.proceed(now).refused()).hasSize(Turns.MOST_WAITING);
    assertThat(turns.hasWaiting()).isFalse();
  }
}
