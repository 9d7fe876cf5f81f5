package p2pgossip.story;

import java.time.Duration;
import java.util.Locale;

/// Outcomes in plain sentences.
public final class OutcomeWords {

  private OutcomeWords() {}

  /// One or two sentences, with a full stop.
  public static String of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ReachedAll(int population, Duration after) ->
          population == 1
              ? "There is no other peer to hear it."
              : "All %s have heard it, after %s.".formatted(population, seconds(after));
      case Outcome.GoesOn(int reached, int population, int passing, boolean asked) ->
          "%s of %s have heard it. %s".formatted(reached, population, goesOn(passing, asked));
      case Outcome.Stopped(int reached, int population, var _, Outcome.Reason reason) ->
          stopped(population - reached, population, reason);
    };
  }

  private static String goesOn(int passing, boolean asked) {
    if (passing == 0) {
      return "The last copies are on their way.";
    }
    if (asked) {
      return passing == 1
          ? "1 peer still gives it to peers that ask."
          : passing + " peers still give it to peers that ask.";
    }
    return passing == 1 ? "1 peer still passes it on." : passing + " peers still pass it on.";
  }

  private static String stopped(int lacking, int population, Outcome.Reason reason) {
    String some =
        "%s of %s %s not heard it".formatted(lacking, population, lacking == 1 ? "has" : "have");
    return switch (reason) {
      case RUN_ENDED -> some + ", because the run ended first.";
      case HEARERS_ENDED -> some + ", because every peer that had heard it has ended.";
      case ORIGINALS_BETWEEN ->
          some + ", because only original peers lie between, which pass nothing on.";
      case NOT_ON_RECORD ->
          some + ". Why is not on record: a network with so many links is saved without them.";
      case UNKNOWN_TO_HEARERS -> some + ", because no peer that has heard it knows any of them.";
      case KEPT_APART -> some + ", because a fault let nothing through to them.";
      case OUT_OF_HOPS -> some + ", because it has used up its hops on the way to them.";
      case TOLD_BY_ORIGIN_ONLY ->
          some + ", because only its first peer tells it, and only to its own neighbours.";
      case COIN_SAID_NO -> some + ", because the coins of the peers next to them said no.";
      case COPIES_LOST ->
          some + ", because the copies to them were lost, and it is told only once.";
      case INTEREST_LOST -> some + ", because every peer that had heard it lost interest first.";
    };
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
