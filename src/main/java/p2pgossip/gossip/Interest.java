package p2pgossip.gossip;

import java.util.random.RandomGenerator;

/// When a peer ceases to spread a rumour, as in Demers et al. 1987, "Epidemic algorithms for
/// replicated database maintenance", section 1.4: blind or with feedback, by a counter or by a coin.
///
/// @param lastsUntil what ends it
/// @param heeds which contacts count
/// @param k contacts for the counter, or one over the coin's chance; 1 to 100; without a meaning where
/// interest is never lost
public record Interest(End lastsUntil, Contacts heeds, int k) {

  public static final Interest NEVER_LOST = new Interest(End.NEVER, Contacts.UNNECESSARY, 1);
  public static final int GREATEST_K = 100;

  /// What [#after] returns once the interest is lost.
  public static final int LOST = -1;

  /// What ends the interest.
  public enum End {
    /// Nothing.
    NEVER,
    /// `k` contacts that count; with feedback, a useful one sets the counter back.
    COUNTER,
    /// Each contact that counts, with a chance of 1/k.
    COIN
  }

  /// Which contacts count.
  public enum Contacts {
    /// Those with somebody who knew it already ("feedback").
    UNNECESSARY,
    /// All ("blind").
    ALL
  }

  /// @throws IllegalArgumentException when k is out of range
  public Interest {
    if (k < 1 || k > GREATEST_K) {
      throw new IllegalArgumentException("k of " + k + " is not between 1 and " + GREATEST_K);
    }
  }

  /// How many contacts are counted after one more, while interest lasts.
  ///
  /// @param counted before it; 0 at first
  /// @param useful whether it was news to the other; without a meaning where all contacts count
  /// @param coin tossed only where the coin decides
  /// @return [#LOST] where the contact ends the interest
  public int after(int counted, boolean useful, RandomGenerator coin) {
    if (useful && heeds == Contacts.UNNECESSARY) {
      return 0;
    }
    return switch (lastsUntil) {
      case NEVER -> counted;
      case COUNTER -> counted + 1 >= k ? LOST : counted + 1;
      case COIN -> coin.nextInt(k) == 0 ? LOST : counted;
    };
  }
}
