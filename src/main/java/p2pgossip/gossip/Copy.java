package p2pgossip.gossip;

/// One copy of a rumour, on its way from one peer to another.
///
/// @param hops how often the rumour has been passed on when this copy arrives: 1 for a copy that
/// comes straight from the origin, 0 only for the rumour as its origin keeps it
/// @param number the sender's own count of its copies, from 1. With the address of the sender it
/// identifies this copy, which connects what the sender and the receiver saw of it. 0 if it is not
/// known
public record Copy(Rumor rumor, int hops, long number) {

  /// More hops are refused in anything that comes from outside.
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
