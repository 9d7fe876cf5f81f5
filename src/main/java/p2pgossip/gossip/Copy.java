package p2pgossip.gossip;

/// One copy of a rumour, on its way from one peer to another.
///
/// @param hops how many peers pass it on until it has arrived, the origin among them: 1 for a copy
/// that comes straight from the origin, 0 only for the rumour as its origin holds it
/// @param number by which the sender counts its copies, from 1: with the sender's address it names
/// this one copy, so that what the sender saw of it and what the receiver saw can be joined; 0 where
/// it is not known
public record Copy(Rumor rumor, int hops, long number) {

  /// More is refused where it comes in from outside.
  public static final int MOST_HOPS = 10_000;

  /// @throws IllegalArgumentException when hops or number are out of range
  public Copy {
    if (hops < 0 || hops > MOST_HOPS) {
      throw new IllegalArgumentException("hops " + hops + " are not between 0 and " + MOST_HOPS);
    }
    if (number < 0) {
      throw new IllegalArgumentException("a copy's number must not be negative, as " + number);
    }
  }
}
