package p2pgossip.lesson;

import java.util.List;
import java.util.Optional;

/// What a prediction is about.
public sealed interface Asked {

  /// A number.
  ///
  /// @param unit in words, as in `rounds`
  /// @param truth what the student tries to foretell
  record Amount(String unit, double least, double greatest, Figure truth) implements Asked {}

  /// One of several, 2 to [#MOST_CHOICES]. The first whose claim holds is right.
  record Choice(List<Option> options) implements Asked {

    public static final int MOST_CHOICES = 8;

    public Choice {
      options = List.copyOf(options);
    }
  }

  /// One choice.
  ///
  /// @param claim what it comes to; empty for the last one, which is right where no other is
  record Option(String words, Optional<Claim> claim) {}

  /// A curve, drawn by hand: the share of the peers that have heard it.
  ///
  /// @param until the last point of time, in rounds or seconds as the run has them; 1 to
  ///     [#LONGEST_CURVE]
  /// @param run the name of the run whose curve it is
  record Curve(int until, String run) implements Asked {

    public static final int LONGEST_CURVE = 200;
  }
}
